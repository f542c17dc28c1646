package dev.masterplan.review.queue;

import dev.masterplan.messaging.inbox.Delivered;
import dev.masterplan.messaging.inbox.PanacheInbox;
import dev.masterplan.messaging.outbox.OutboxMessage;
import dev.masterplan.messaging.outbox.PanacheOutbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The cards of one event, the event's inbox row and what is told about them: one transaction, once per event. */
@Singleton
class CardDelivery {

    private final PanacheInbox inbox;
    private final PanacheOutbox outbox;
    private final ReviewIntake intake;
    private final QueueSize queueSize;

    CardDelivery(PanacheInbox inbox, PanacheOutbox outbox, ReviewIntake intake, QueueSize queueSize) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.intake = intake;
        this.queueSize = queueSize;
    }

    Uni<Void> take(String consumer, Delivered<?> delivered, List<Card> cards) {
        return Panache.withTransaction(() -> inbox.firstTime(consumer, delivered.eventId())
                        .chain(first -> first
                                ? take(cards, delivered.traceparent())
                                : Uni.createFrom().voidItem()))
                .call(queueSize::refresh);
    }

    private Uni<Void> take(List<Card> cards, String traceparent) {
        return intake.take(cards, traceparent).chain(this::tell);
    }

    private Uni<Void> tell(List<OutboxMessage> messages) {
        return messages.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(messages);
    }
}
