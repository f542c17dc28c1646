package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.ReviewCreated;
import dev.masterplan.messaging.event.ReviewResolved;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.TraceContext;
import dev.masterplan.messaging.outbox.OutboxMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes reviews of cards, or brings the open review of the same piece up to date, in the current transaction. */
@Singleton
class ReviewIntake {

    private static final String NO_TRACE = "0".repeat(32);

    private final ReviewRepository reviews;
    private final Clock clock;

    ReviewIntake(ReviewRepository reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /** What has to be told about it. */
    Uni<List<OutboxMessage>> take(List<Card> cards, String traceparent) {
        List<OutboxMessage> messages = new ArrayList<>();
        return Multi.createFrom()
                .iterable(cards)
                .onItem()
                .transformToUniAndConcatenate(card -> take(card, traceparent).invoke(messages::addAll))
                .collect()
                .last()
                .replaceWith(messages);
    }

    private Uni<List<OutboxMessage>> take(Card card, String traceparent) {
        return reviews.open(card.origin()).chain(open -> {
            if (open != null) {
                return Uni.createFrom().item(refresh(open, card));
            }
            return card.needed() ? create(card, traceparent) : Uni.createFrom().item(List.of());
        });
    }

    /** Closes the reviews of tests that are green again; answers what has to be told about it. */
    Uni<List<OutboxMessage>> close(MendedTests mended) {
        return reviews.openTests(mended.masterplanId(), mended.executionId())
                .map(open -> open.stream()
                        .filter(stored -> mended.hold(stored.review()))
                        .flatMap(stored -> closed(stored, mended).stream())
                        .toList());
    }

    private List<OutboxMessage> closed(ReviewRepository.Stored stored, MendedTests mended) {
        Instant now = clock.instant();
        Review.Change<ReviewResolved> change =
                stored.change(review -> review.mended(MendedTests.BY, mended.how(), now));
        List<OutboxMessage> messages = new ArrayList<>();
        messages.add(ReviewMessages.event(Topic.REVIEW_RESOLVED, change.review(), change.event()));
        messages.addAll(ReviewMessages.live("resolved", change.review(), now));
        return messages;
    }

    private List<OutboxMessage> refresh(ReviewRepository.Stored open, Card card) {
        if (open.review().facts().equals(card.facts())) {
            return List.of();
        }
        return ReviewMessages.live("updated", open.keep(open.review().refreshed(card.facts())), clock.instant());
    }

    private Uni<List<OutboxMessage>> create(Card card, String traceparent) {
        Instant now = clock.instant();
        Review.Trace trace =
                new Review.Trace(Objects.requireNonNullElse(TraceContext.traceId(traceparent), NO_TRACE), traceparent);
        Review.Change<ReviewCreated> created =
                Review.create(TimeOrderedId.next(), card.origin(), card.facts(), trace, now);
        TraceContext.mark(traceparent, "review", attributes(created.review()));
        List<OutboxMessage> messages = new ArrayList<>();
        messages.add(ReviewMessages.event(Topic.REVIEW_CREATED, created.review(), created.event()));
        messages.addAll(ReviewMessages.live("created", created.review(), now));
        return reviews.add(created.review()).replaceWith(messages);
    }

    private static Map<String, String> attributes(Review review) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(
                TraceContext.MASTERPLAN_ID, review.origin().masterplanId().toString());
        attributes.put("review.id", review.id().toString());
        attributes.put("review.kind", review.origin().kind().name());
        if (review.facts().atomId() != null) {
            attributes.put("atom.id", review.facts().atomId().toString());
        }
        return attributes;
    }
}
