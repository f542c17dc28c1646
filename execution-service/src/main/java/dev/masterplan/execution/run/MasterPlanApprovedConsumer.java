package dev.masterplan.execution.run;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.inbox.EventDelivery;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Records an approved plan as a run without owner; nothing is executed here. */
@ApplicationScoped
public class MasterPlanApprovedConsumer {

    private final EventDelivery delivery;
    private final RunRegister register;

    MasterPlanApprovedConsumer(EventDelivery delivery, RunRegister register) {
        this.delivery = delivery;
        this.register = register;
    }

    @Incoming("masterplan-approved")
    public Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(
                Topic.MASTERPLAN_APPROVED, metadata, payload, MasterPlanApproved.class, register::record);
    }
}
