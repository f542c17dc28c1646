package dev.masterplan.review.decision;

import dev.masterplan.messaging.event.ReviewApplied;
import dev.masterplan.messaging.event.ReviewApplied.Outcome;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.inbox.Delivered;
import dev.masterplan.messaging.inbox.EventDelivery;
import dev.masterplan.messaging.inbox.PanacheInbox;
import dev.masterplan.messaging.outbox.OutboxMessage;
import dev.masterplan.messaging.outbox.PanacheOutbox;
import dev.masterplan.review.queue.QueueSize;
import dev.masterplan.review.queue.Review;
import dev.masterplan.review.queue.ReviewMessages;
import dev.masterplan.review.queue.ReviewRepository;
import dev.masterplan.review.queue.ReviewRepository.Stored;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Execution's answer to a decision: it closes the review, or gives it back to the person. */
@ApplicationScoped
class ReviewAppliedConsumer {

    private static final String CHANNEL = "review-applied";

    private final EventDelivery delivery;
    private final PanacheInbox inbox;
    private final PanacheOutbox outbox;
    private final ReviewRepository reviews;
    private final QueueSize queueSize;
    private final Clock clock;

    ReviewAppliedConsumer(
            EventDelivery delivery,
            PanacheInbox inbox,
            PanacheOutbox outbox,
            ReviewRepository reviews,
            QueueSize queueSize,
            Clock clock) {
        this.delivery = delivery;
        this.inbox = inbox;
        this.outbox = outbox;
        this.reviews = reviews;
        this.queueSize = queueSize;
        this.clock = clock;
    }

    @Incoming(CHANNEL)
    Uni<Void> on(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> metadata) {
        return delivery.deliver(Topic.REVIEW_APPLIED, metadata, payload, ReviewApplied.class, this::apply);
    }

    private Uni<Void> apply(Delivered<ReviewApplied> delivered) {
        return Panache.withTransaction(() -> inbox.firstTime(CHANNEL, delivered.eventId())
                        .chain(first -> first
                                ? apply(delivered.event())
                                : Uni.createFrom().voidItem()))
                .call(queueSize::refresh);
    }

    private Uni<Void> apply(ReviewApplied answer) {
        return reviews.decided(answer.reviewId())
                .chain(stored -> outbox.append(
                        answer.outcome() == Outcome.APPLIED ? applied(stored) : refused(stored, answer.diagnostics())));
    }

    private List<OutboxMessage> applied(Stored stored) {
        Instant now = clock.instant();
        var change = stored.change(review -> review.applied(now));
        List<OutboxMessage> messages = new ArrayList<>();
        messages.add(ReviewMessages.event(Topic.REVIEW_RESOLVED, change.review(), change.event()));
        messages.addAll(ReviewMessages.live("resolved", change.review(), now));
        return messages;
    }

    private List<OutboxMessage> refused(Stored stored, List<String> diagnostics) {
        Review refused = stored.keep(stored.review().refused(diagnostics));
        return ReviewMessages.live("updated", refused, clock.instant());
    }
}
