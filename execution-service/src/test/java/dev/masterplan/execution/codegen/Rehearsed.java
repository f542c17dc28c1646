package dev.masterplan.execution.codegen;

import dev.masterplan.messaging.event.MasterPlanApproved;
import java.util.UUID;

/** Which subtask of a plan gets which fault. */
public final class Rehearsed {

    private Rehearsed() {}

    /** The subtask whose author answers 429 once. */
    public static UUID busy(MasterPlanApproved approved) {
        return RehearsalFaults.of(approved, approved.engine().rehearsalSeed()).busy();
    }
}
