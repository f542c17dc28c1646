package dev.masterplan.execution.sandbox;

import java.nio.charset.StandardCharsets;

/**
 * How a sandboxed command ended. The exit status alone never proves anything: the code under test chooses it.
 *
 * @param exit            status, 128 + signal when killed, -1 when a limit of the service ended it
 * @param truncated       more was written than is kept
 * @param killedForMemory the tree's resident memory passed its limit
 * @param killedForDisk   the files under {@code /out} passed their limit
 */
public record SandboxResult(
        int exit,
        byte[] stdout,
        byte[] stderr,
        boolean timedOut,
        boolean truncated,
        boolean killedForMemory,
        boolean killedForDisk,
        long durationMs) {

    /** Ended by itself, whatever its status. */
    public boolean ended() {
        return !timedOut && !killedForMemory && !killedForDisk;
    }

    public String stdoutText() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    public String stderrText() {
        return new String(stderr, StandardCharsets.UTF_8);
    }

    /** Why it did not end by itself; empty when it did. */
    public String limitReached() {
        if (timedOut) {
            return "time limit reached after " + durationMs + " ms";
        }
        if (killedForMemory) {
            return "memory limit reached";
        }
        return killedForDisk ? "disk limit reached" : "";
    }
}
