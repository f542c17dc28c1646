package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A piece waits for a person. */
public record ReviewCreated(
        UUID reviewId,
        UUID masterplanId,
        UUID executionId,
        UUID sessionId,
        String traceId,
        ReviewKind kind,
        UUID atomId,
        String subject,
        double confidenceScore,
        int retryCount,
        List<String> validationErrors,
        String priority,
        List<String> suggestions,
        boolean rehearsal,
        Instant createdAt) {
    public ReviewCreated {
        reviewId = Required.value(reviewId, "review_id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        kind = Required.value(kind, "kind");
        validationErrors = Required.copy(validationErrors);
        suggestions = Required.copy(suggestions);
    }
}
