package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.inbox.EventDelivery;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Requirements that a person deferred become reviews. */
@ApplicationScoped
class MasterPlanApprovedConsumer {

    private static final String CHANNEL = "masterplan-approved";

    private final EventDelivery delivery;
    private final CardDelivery cards;

    MasterPlanApprovedConsumer(EventDelivery delivery, CardDelivery cards) {
        this.delivery = delivery;
        this.cards = cards;
    }

    @Incoming(CHANNEL)
    Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(
                Topic.MASTERPLAN_APPROVED,
                metadata,
                payload,
                MasterPlanApproved.class,
                delivered -> cards.take(CHANNEL, delivered, RequirementCards.of(delivered.event())));
    }
}
