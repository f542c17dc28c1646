package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A review is closed.
 *
 * @param reviewer the person who decided; for MENDED what found it in order
 */
public record ReviewResolved(
        UUID reviewId,
        UUID masterplanId,
        UUID executionId,
        UUID sessionId,
        String traceId,
        ReviewKind kind,
        UUID atomId,
        ReviewDecided.Decision decision,
        String reviewer,
        boolean rehearsal,
        Instant resolvedAt) {
    public ReviewResolved {
        reviewId = Required.value(reviewId, "review_id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        decision = Required.value(decision, "decision");
    }
}
