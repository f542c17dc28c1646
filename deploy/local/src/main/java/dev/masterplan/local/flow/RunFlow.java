package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.ProblemException;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.Wave;
import dev.masterplan.local.out.OutException;
import dev.masterplan.local.out.OutFolder;
import dev.masterplan.local.show.RunPicture;
import dev.masterplan.local.show.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Follows a run until it stands still, and brings each opened gate's commit to the folder. */
final class RunFlow {

    private static final Duration UNTIL_THERE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration UNTIL_PAUSED = Duration.ofSeconds(10);

    private final Gateway gateway;
    private final Terminal terminal;
    private final RunPicture picture;
    private final OutFolder out;
    private String delivered = "";
    private boolean outGivenUp;

    /** @param out null: no folder is kept up to date */
    RunFlow(Gateway gateway, Terminal terminal, OutFolder out) {
        this.gateway = gateway;
        this.terminal = terminal;
        this.picture = new RunPicture(terminal);
        this.out = out;
    }

    /** The run of a plan, which appears a moment after the approval. */
    Execution of(String masterplanId) {
        return Polling.until(
                        "the start of the run",
                        UNTIL_THERE,
                        () -> gateway.executionsOf(masterplanId),
                        runs -> !runs.isEmpty())
                .getFirst();
    }

    /** Returns when nothing more happens by itself; a service that is being started again is waited for. */
    Execution follow(String id) {
        long lastSeen = System.nanoTime();
        while (true) {
            try {
                Execution run = look(id);
                if (run.stands()) {
                    return run;
                }
                lastSeen = System.nanoTime();
            } catch (ProblemException e) {
                if (!e.passing() || System.nanoTime() - lastSeen > PATIENCE.toNanos()) {
                    throw e;
                }
                terminal.live("Waiting: " + e.getMessage());
            }
            Polling.pause();
        }
    }

    private Execution look(String id) {
        Execution run = gateway.execution(id);
        List<Wave> waves = gateway.waves(id);
        picture.show(run, waves);
        deliver(run);
        return run;
    }

    private void deliver(Execution run) {
        if (out == null || outGivenUp || run.commit() == null || run.commit().equals(delivered)) {
            return;
        }
        Path bundle = null;
        try {
            bundle = Files.createTempFile("masterplan", ".bundle");
            gateway.bundle(run.id(), bundle);
            out.update(bundle);
            delivered = run.commit();
        } catch (OutException e) {
            outGivenUp = true;
            terminal.line(terminal.warning(e.getMessage()));
        } catch (IOException e) {
            throw new StopException(Exit.ERROR, "no room for a temporary file: " + e.getMessage());
        } finally {
            remove(bundle);
        }
    }

    private static void remove(Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }

    /** Pauses a run that goes on, and says how to go on with it. @param resumeLine a command line */
    void pause(String id, String resumeLine) {
        try {
            Execution run = gateway.execution(id);
            if (run.stands()) {
                return;
            }
            gateway.command(id, "pause");
            Polling.until("pausing", UNTIL_PAUSED, () -> gateway.execution(id), Execution::stands);
            terminal.line("Paused. Go on with: " + resumeLine);
        } catch (ProblemException | StopException e) {
            terminal.line("Stopping; the run goes on at the next start: " + resumeLine);
        }
    }
}
