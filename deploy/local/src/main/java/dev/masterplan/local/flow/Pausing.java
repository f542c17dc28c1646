package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.ProblemException;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.show.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** What an interruption does to a run: it is paused, and the line that goes on with it is said. */
final class Pausing {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONFLICT = 409;

    private final Gateway gateway;
    private final Terminal terminal;
    private final Function<String, String> resumeLine;

    /** @param resumeLine from the id of a run to a command line */
    Pausing(Gateway gateway, Terminal terminal, Function<String, String> resumeLine) {
        this.gateway = gateway;
        this.terminal = terminal;
        this.resumeLine = resumeLine;
    }

    /**
     * Pauses the run of a plan; its run appears a moment after the approval. A plan that is not approved yet is rejected,
     * so that an approval on its way comes too late, and what was claimed for it is released.
     */
    void pauseRunOf(String masterplanId, Runnable release) {
        try {
            if (rejected(masterplanId)) {
                release.run();
                terminal.line("Stopped, nothing was built");
                return;
            }
            List<Execution> runs = Polling.until(
                    "the start of the run",
                    PATIENCE,
                    () -> gateway.executionsOf(masterplanId),
                    found -> !found.isEmpty());
            pause(runs.getFirst().id());
        } catch (ProblemException | StopException e) {
            terminal.line("Stopping (" + e.getMessage() + ")");
        }
    }

    private boolean rejected(String masterplanId) {
        try {
            gateway.reject(masterplanId, "interrupted in the terminal");
            return true;
        } catch (ProblemException e) {
            if (e.status() != CONFLICT) {
                throw e;
            }
            return !"APPROVED".equals(gateway.masterPlan(masterplanId).status());
        }
    }

    /** Pauses a run that goes on; one that stands is left as it is. */
    void pause(String id) {
        try {
            if (gateway.execution(id).stands()) {
                return;
            }
            terminal.live("Pausing, what is in flight ends first");
            Execution able = Polling.until("preparing", PATIENCE, () -> gateway.execution(id), Pausing::canBePaused);
            if (!able.stands()) {
                gateway.command(id, "pause");
            }
            Execution run = Polling.until("pausing", PATIENCE, () -> gateway.execution(id), Execution::stands);
            terminal.line(
                    "PAUSED".equals(run.state())
                            ? "Paused. Go on with: " + resumeLine.apply(id)
                            : "The run is " + run.state() + ". Its program: " + resumeLine.apply(id));
        } catch (ProblemException | StopException e) {
            terminal.line(
                    "Stopping (" + e.getMessage() + "); the run goes on at the next start: " + resumeLine.apply(id));
        }
    }

    private static boolean canBePaused(Execution run) {
        return run.stands() || !"PREPARING".equals(run.state());
    }
}
