package dev.masterplan.execution.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the sandbox lays its folders and as whom it runs.
 *
 * @param base       folder of all snapshots, outside any home, owned by the service's account, mode 0711
 * @param bubblewrap path of the tool; null = looked for in the usual places
 * @param uid        account that a service run by root steps down to
 * @param watchEvery how often memory and disk of running trees are looked at
 */
public record SandboxSettings(Path base, Path bubblewrap, int uid, int gid, Duration watchEvery) {

    private static final int UNPRIVILEGED = 65532;

    /** {@code /var/tmp/masterplan-<uid>}, an account without files, every 100 ms. */
    public static SandboxSettings standard() {
        return new SandboxSettings(
                Path.of("/var/tmp/masterplan-" + Account.uid()),
                null,
                UNPRIVILEGED,
                UNPRIVILEGED,
                Duration.ofMillis(100));
    }

    /** The same with that tool; it need not be there yet. */
    public SandboxSettings withBubblewrap(Path tool) {
        return new SandboxSettings(base, tool, uid, gid, watchEvery);
    }
}
