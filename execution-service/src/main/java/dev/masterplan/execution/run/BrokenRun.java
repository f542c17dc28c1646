package dev.masterplan.execution.run;

import dev.masterplan.execution.desk.CommandDesk;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunOutline;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.RunState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * A run that can't be brought into memory. One whose plan has no order in which it could be built ends FAILED; one whose
 * rows can't be read is BLOCKED, for they may be mended. Both are said like every other change, and what waits in the
 * mailbox is refused: it would be looked at without end.
 */
final class BrokenRun {

    private static final Logger LOG = Logger.getLogger(BrokenRun.class);
    private static final Set<RunState> OPEN =
            Arrays.stream(RunState.values()).filter(s -> !s.ended()).collect(Collectors.toSet());
    private static final Set<RunState> NOT_YET_BLOCKED =
            OPEN.stream().filter(s -> s != RunState.BLOCKED).collect(Collectors.toSet());

    private final RunEngine engine;
    private final CommandDesk desk;
    private final RunOutline run;

    BrokenRun(RunEngine engine, CommandDesk desk, int runNo) {
        this.engine = engine;
        this.desk = desk;
        this.run = engine.store().outline(runNo);
    }

    DriverStep end(List<String> problems) {
        String why = "the plan can't run: " + String.join("; ", problems);
        LOG.errorf("%s: run=%d", why, run.ref().no());
        change(OPEN, RunState.FAILED, why, "approve a corrected plan");
        desk.refuseAll(run.ref(), why);
        return release();
    }

    /** It is read again when a person asks for something. @param fault why it can't be read */
    DriverStep block(RuntimeException fault) {
        String why = BlockedBy.FAULT.reason("the run can't be read: " + BlockedBy.words(fault));
        change(NOT_YET_BLOCKED, RunState.BLOCKED, why, BlockedBy.FAULT.cure());
        return desk.cancelUnread(run, why) || run.state().ended() ? release() : DriverStep.WAIT;
    }

    private DriverStep release() {
        engine.journal().submit(new Transition.Released(run.ref(), Says.nothing()));
        return DriverStep.RELEASE;
    }

    private void change(Set<RunState> from, RunState to, String reason, String cure) {
        Says says = run.changed(to, reason, cure, engine.clock());
        engine.journal().submit(new Transition.RunChanged(run.ref(), from, to, reason, cure, says));
    }
}
