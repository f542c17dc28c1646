package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.inbox.EventDelivery;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** MUST tests that stay red become reviews; reviews of tests that turned green are closed. */
@ApplicationScoped
class GateResultConsumer {

    private static final String CHANNEL = "gate-result";

    private final EventDelivery delivery;
    private final CardDelivery cards;

    GateResultConsumer(EventDelivery delivery, CardDelivery cards) {
        this.delivery = delivery;
        this.cards = cards;
    }

    @Incoming(CHANNEL)
    Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(
                Topic.GATE_RESULT,
                metadata,
                payload,
                GateResult.class,
                delivered -> cards.take(
                        CHANNEL, delivered, TestCards.of(delivered.event()), new MendedTests(delivered.event())));
    }
}
