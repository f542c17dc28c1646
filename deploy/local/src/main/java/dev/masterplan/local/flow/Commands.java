package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.Views.Command;
import java.time.Duration;

/** Sends a command to a run and waits until its owner carried it out. */
public final class Commands {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gateway gateway;

    public Commands(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @throws StopException when it was refused */
    public void carryOut(String runId, String command) {
        Command sent = gateway.command(runId, command);
        Command done = Polling.until(
                command, PATIENCE, () -> gateway.command(runId, sent), answer -> !"PENDING".equals(answer.state()));
        if ("REFUSED".equals(done.state())) {
            throw new StopException(Exit.ERROR, command + " was refused: " + done.text());
        }
    }
}
