package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.inbox.Delivered;
import dev.masterplan.messaging.inbox.PanacheInbox;
import dev.masterplan.messaging.outbox.OutboxMessage;
import dev.masterplan.messaging.outbox.PanacheOutbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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
        return once(consumer, delivered, () -> intake.take(cards, delivered.traceparent()));
    }

    /** A gate's cards, and the end of the reviews whose tests it found in order. */
    Uni<Void> take(String consumer, Delivered<GateResult> delivered, List<Card> cards, MendedTests mended) {
        return once(
                consumer,
                delivered,
                () -> intake.close(mended)
                        .chain(closed ->
                                intake.take(cards, delivered.traceparent()).map(taken -> both(closed, taken))));
    }

    private static List<OutboxMessage> both(List<OutboxMessage> first, List<OutboxMessage> second) {
        List<OutboxMessage> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** The outbox is written once in a transaction, with all that is told. */
    private Uni<Void> once(String consumer, Delivered<?> delivered, Supplier<Uni<List<OutboxMessage>>> work) {
        return Panache.withTransaction(() -> inbox.firstTime(consumer, delivered.eventId())
                        .chain(first -> first
                                ? work.get().chain(this::tell)
                                : Uni.createFrom().voidItem()))
                .call(queueSize::refresh);
    }

    private Uni<Void> tell(List<OutboxMessage> messages) {
        return messages.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(messages);
    }
}
