package dev.masterplan.proof;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.WaveCompleted;
import dev.masterplan.messaging.inbox.Delivered;
import dev.masterplan.messaging.inbox.EventDelivery;
import dev.masterplan.messaging.inbox.PanacheInbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.MDC;

/** A consumer as every service writes it. */
@ApplicationScoped
public class WaveCompletedConsumer {

    private final EventDelivery delivery;
    private final PanacheInbox inbox;

    WaveCompletedConsumer(EventDelivery delivery, PanacheInbox inbox) {
        this.delivery = delivery;
        this.inbox = inbox;
    }

    @Incoming("wave-completed")
    Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(Topic.WAVE_COMPLETED, metadata, payload, WaveCompleted.class, this::record);
    }

    private Uni<Void> record(Delivered<WaveCompleted> delivered) {
        return Panache.withTransaction(() -> inbox.firstTime("wave-completed", delivered.eventId())
                .chain(first -> first ? persist(delivered) : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> persist(Delivered<WaveCompleted> delivered) {
        Effect effect = new Effect();
        effect.id = TimeOrderedId.next();
        effect.masterplanId = delivered.event().masterplanId();
        effect.wave = delivered.event().wave();
        effect.traceparent = delivered.traceparent();
        effect.loggedTrace = String.valueOf(MDC.get("traceId"));
        return Panache.getSession().chain(session -> session.persist(effect));
    }
}
