package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.ProblemException;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.Wave;
import dev.masterplan.local.out.OutException;
import dev.masterplan.local.out.OutFolder;
import dev.masterplan.local.show.RunPicture;
import dev.masterplan.local.show.Terminal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Follows a run until it stands still, and brings each opened gate's commit to the folder. */
final class RunFlow {

    private static final Duration UNTIL_THERE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Gateway gateway;
    private final Terminal terminal;
    private final RunPicture picture;
    private final OutFolder out;
    private final Interruption interruption;
    private String delivered = "";
    private String outGivenUp;

    /** @param out null: no folder is kept up to date */
    RunFlow(Gateway gateway, Terminal terminal, Interruption interruption, OutFolder out) {
        this.interruption = interruption;
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
            if (interruption.happening()) {
                Waiting.forInterruption();
            }
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
        Execution run = gateway.impatient().execution(id);
        List<Wave> waves = gateway.impatient().waves(id);
        picture.show(run, waves);
        deliver(run);
        return run;
    }

    private void deliver(Execution run) {
        if (out == null
                || outGivenUp != null
                || run.commit() == null
                || run.commit().equals(delivered)) {
            return;
        }
        Path bundle = out.bundle();
        try {
            gateway.impatient().bundle(run.id(), bundle);
            out.update(bundle);
            delivered = run.commit();
        } catch (OutException | UncheckedIOException e) {
            giveOutUp(e);
        } finally {
            bundle.toFile().delete();
        }
    }

    private void giveOutUp(RuntimeException why) {
        outGivenUp = why.getMessage();
        terminal.line(terminal.warning(outGivenUp + "; the run goes on without it"));
    }

    /** Keeps the certificate of the last gate beside the tree. */
    void keepCertificate(String id) {
        if (out == null || outGivenUp != null) {
            return;
        }
        try {
            out.keep("certificate.json", gateway.certificate(id).toPrettyString() + "\n");
        } catch (OutException e) {
            giveOutUp(e);
        } catch (ProblemException e) {
            if (e.status() != 404) {
                throw e;
            }
        }
    }

    /** Why the folder was not kept up to date; null when it was, or none was asked for. */
    String outGivenUp() {
        return outGivenUp;
    }
}
