package dev.masterplan.execution.run;

import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunStore.OpenCall;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;

/**
 * Priced calls of a run that nobody waits for any more: a crash, a takeover or a fault came between the reservation and
 * its settlement. Each is booked in full before anything else happens to the run, be it cancelled, paused or edited, so
 * that no reservation outlives its caller and no atom waits for the money of a call that is over.
 */
final class UnknownCalls {

    private final RunEngine engine;
    private final RunMemory memory;

    UnknownCalls(RunEngine engine, RunMemory memory) {
        this.engine = engine;
        this.memory = memory;
    }

    /** @return false when the run is somebody else's now */
    boolean settle() {
        for (OpenCall call : engine.store().openCalls(memory.ref().no())) {
            var lost = new Transition.Lost(
                    memory.ref(),
                    memory.plan().atoms().get(call.atomNo() - 1),
                    call.key(),
                    call.worst(),
                    Says.nothing());
            if (!(engine.journal().submit(lost) instanceof Reply.Done)) {
                return false;
            }
        }
        return true;
    }
}
