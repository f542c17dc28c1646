package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.Views.Command;
import java.time.Duration;
import java.util.Optional;

/** Sends a command to a run and waits until its owner carried it out. */
public final class Commands {

    /** A run takes commands between its steps; a step may be a gate with its repair round. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Gateway gateway;
    private final Duration patience;

    public Commands(Gateway gateway) {
        this(gateway, PATIENCE);
    }

    Commands(Gateway gateway, Duration patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    /** What makes a run in that state go on; empty where it goes on by itself or has ended. */
    static Optional<String> toGoOn(String state) {
        return switch (state) {
            case "READY" -> Optional.of("start");
            case "PAUSED", "BLOCKED" -> Optional.of("resume");
            default -> Optional.empty();
        };
    }

    /** @throws StopException when it was refused, or is still to be carried out when the patience ends */
    public void carryOut(String runId, String command) {
        Command sent = gateway.command(runId, command);
        String unfinished = command + " was accepted and takes effect when the step in hand ends, which";
        Command done = Polling.until(
                unfinished, patience, () -> gateway.command(runId, sent), answer -> !"PENDING".equals(answer.state()));
        if ("REFUSED".equals(done.state())) {
            throw new StopException(Exit.ERROR, command + " was refused: " + done.text());
        }
    }
}
