package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A run changed its state; reason and cure are set when it is BLOCKED or FAILED. */
public record ExecutionRunChanged(
        UUID executionId,
        UUID masterplanId,
        UUID sessionId,
        String traceId,
        RunState state,
        String reason,
        String cure,
        int wave,
        int totalWaves,
        int atomsCompleted,
        int atomsTotal,
        BigDecimal costUsd,
        boolean rehearsal,
        Instant changedAt) {
    public ExecutionRunChanged {
        executionId = Required.value(executionId, "execution_id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        state = Required.value(state, "state");
    }
}
