package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.time.Instant;
import java.util.UUID;

/**
 * A person decided a review; execution applies it and answers with {@link ReviewApplied}.
 *
 * @param editedContent whole new file of an EDIT, null otherwise
 * @param baseHash      sha256 of the file the edit was made on
 */
public record ReviewDecided(
        UUID reviewId,
        UUID masterplanId,
        UUID executionId,
        UUID sessionId,
        String traceId,
        ReviewKind kind,
        UUID atomId,
        Decision decision,
        String file,
        String editedContent,
        String baseHash,
        String comment,
        String reviewer,
        boolean rehearsal,
        Instant decidedAt) {
    public ReviewDecided {
        reviewId = Required.value(reviewId, "review_id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        executionId = Required.value(executionId, "execution_id");
        decision = Required.value(decision, "decision");
        reviewer = Required.text(reviewer, "reviewer");
    }

    public enum Decision {
        APPROVE,
        EDIT,
        REGENERATE,
        REJECT,
        SKIP,
        /** Nobody decided, what it was about is in order again: only in {@link ReviewResolved}. */
        MENDED
    }
}
