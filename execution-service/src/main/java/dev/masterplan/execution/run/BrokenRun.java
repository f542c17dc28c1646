package dev.masterplan.execution.run;

import dev.masterplan.execution.desk.CommandDesk;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.RunState;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** A run whose plan has no order in which it could be built: it ends FAILED, said like every other change. */
final class BrokenRun {

    private static final Logger LOG = Logger.getLogger(BrokenRun.class);
    private static final Set<RunState> OPEN =
            Arrays.stream(RunState.values()).filter(s -> !s.ended()).collect(Collectors.toSet());
    private static final String CURE = "approve a corrected plan";

    private final RunEngine engine;
    private final CommandDesk desk;
    private final RunStore.Loaded.Broken broken;

    BrokenRun(RunEngine engine, CommandDesk desk, RunStore.Loaded.Broken broken) {
        this.engine = engine;
        this.desk = desk;
        this.broken = broken;
    }

    /** What waits in its mailbox is refused: a run with an open command would be claimed again without end. */
    DriverStep end() {
        String why = "the plan can't run: " + String.join("; ", broken.problems());
        LOG.errorf("%s: run=%d", why, broken.ref().no());
        Says says = RunEvents.broken(broken.ref(), broken.approved(), why, CURE, engine.clock());
        engine.journal().submit(new Transition.RunChanged(broken.ref(), OPEN, RunState.FAILED, why, CURE, says));
        desk.refuseAll(broken.ref(), why);
        engine.journal().submit(new Transition.Released(broken.ref(), Says.nothing()));
        return DriverStep.RELEASE;
    }
}
