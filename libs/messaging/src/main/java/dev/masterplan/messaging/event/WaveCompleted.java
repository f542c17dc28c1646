package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A wave (or one more round of it) ended.
 *
 * @param wave  1-based
 * @param round 1 for the wave itself, more for the repair round and each person's retry
 */
public record WaveCompleted(
        UUID executionId,
        UUID masterplanId,
        UUID sessionId,
        String traceId,
        int wave,
        int totalWaves,
        int round,
        int completed,
        int failed,
        int blocked,
        int skipped,
        int retries,
        long durationMs,
        BigDecimal costUsd,
        boolean rehearsal,
        Instant endedAt,
        List<AtomResult> atoms) {

    public WaveCompleted {
        executionId = Required.value(executionId, "execution_id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        sessionId = Required.value(sessionId, "session_id");
        traceId = Required.text(traceId, "trace_id");
        atoms = Required.copy(atoms);
    }

    /** Whether and how urgently a person should look; execution holds the thresholds. */
    public enum ReviewNeed {
        NONE,
        MEDIUM,
        HIGH
    }

    /**
     * One atom as the wave left it.
     *
     * @param confidence 0..1
     * @param review     decided by execution; review-service only creates
     */
    public record AtomResult(
            UUID atomId,
            String name,
            UUID taskId,
            UUID subtaskId,
            List<String> requirementKeys,
            AtomState state,
            int retries,
            double confidence,
            ConfidenceParts parts,
            String complexity,
            String file,
            String fileHash,
            List<String> diagnostics,
            List<UUID> dependants,
            ReviewNeed review) {
        public AtomResult {
            atomId = Required.value(atomId, "atom_id");
            name = Required.text(name, "name");
            state = Required.value(state, "state");
            requirementKeys = Required.copy(requirementKeys);
            diagnostics = Required.copy(diagnostics);
            dependants = Required.copy(dependants);
            review = review == null ? ReviewNeed.NONE : review;
        }
    }

    /** Each 0..1; weights are 0.40, 0.30, 0.20, 0.10. */
    public record ConfidenceParts(double validation, double retries, double complexity, double integration) {}
}
