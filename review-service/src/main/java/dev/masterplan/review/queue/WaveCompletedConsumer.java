package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.WaveCompleted;
import dev.masterplan.messaging.inbox.EventDelivery;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Doubtful and failed pieces of a wave become reviews. */
@ApplicationScoped
class WaveCompletedConsumer {

    private static final String CHANNEL = "wave-completed";

    private final EventDelivery delivery;
    private final CardDelivery cards;

    WaveCompletedConsumer(EventDelivery delivery, CardDelivery cards) {
        this.delivery = delivery;
        this.cards = cards;
    }

    @Incoming(CHANNEL)
    Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(
                Topic.WAVE_COMPLETED,
                metadata,
                payload,
                WaveCompleted.class,
                delivered -> cards.take(CHANNEL, delivered, WaveCards.of(delivered.event())));
    }
}
