package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.outbox.OutboxMessage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is told about a review: to the other services, and to pages. */
public final class ReviewMessages {

    private ReviewMessages() {}

    /** A domain event, in the trace of the plan. */
    public static OutboxMessage event(Topic topic, Review review, Object event) {
        return OutboxMessage.event(
                TimeOrderedId.next(),
                topic,
                review.origin().masterplanId(),
                review.trace().traceparent(),
                event);
    }

    /** The review as it is now, as {@code review_<what>}; nothing for a review without a session. */
    public static List<OutboxMessage> live(String what, Review review, Instant at) {
        if (review.origin().sessionId() == null) {
            return List.of();
        }
        LiveUpdate update = new LiveUpdate(
                "review_" + what,
                at,
                review.origin().sessionId(),
                review.origin().masterplanId(),
                review.trace().traceId(),
                data(review, at));
        return List.of(OutboxMessage.live(
                TimeOrderedId.next(),
                review.origin().sessionId(),
                review.origin().masterplanId(),
                review.trace().traceparent(),
                List.of(update)));
    }

    private static Map<String, Object> data(Review review, Instant at) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("review_id", review.id());
        data.put("execution_id", review.origin().executionId());
        data.put("atom_id", review.facts().atomId());
        data.put("kind", review.origin().kind());
        data.put("state", review.stateName());
        data.put("confidence", review.facts().confidence());
        data.put("priority", review.facts().priority());
        data.put("timestamp", at);
        if (review.origin().rehearsal()) {
            data.put("rehearsal", true);
        }
        return data;
    }
}
