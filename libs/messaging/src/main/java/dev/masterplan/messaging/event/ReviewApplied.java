package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of a decision. */
public record ReviewApplied(
        UUID reviewId,
        UUID masterplanId,
        UUID executionId,
        UUID sessionId,
        String traceId,
        UUID atomId,
        Outcome outcome,
        List<String> diagnostics,
        String fileHash,
        Double confidence,
        GateResult.Verdict gateVerdict,
        boolean rehearsal,
        Instant appliedAt) {
    public ReviewApplied {
        reviewId = Required.value(reviewId, "review_id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        outcome = Required.value(outcome, "outcome");
        diagnostics = Required.copy(diagnostics);
    }

    public enum Outcome {
        APPLIED,
        REFUSED
    }
}
