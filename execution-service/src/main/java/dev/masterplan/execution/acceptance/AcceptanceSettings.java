package dev.masterplan.execution.acceptance;

import dev.masterplan.execution.sandbox.SandboxLimits;
import java.time.Duration;

/**
 * Time and room of an acceptance run, and where the program begins.
 *
 * @param baseLimit    time of a run without its tests
 * @param perTestLimit more time for each test, the runner's own limit and some
 * @param entryPoint   file that, once it exists, makes the tree a program that has to start
 * @param module       what {@code python3 -m} starts
 * @param startLimit   until the program has to answer {@code /health}
 */
public record AcceptanceSettings(
        Duration baseLimit,
        Duration perTestLimit,
        String entryPoint,
        String module,
        Duration startLimit,
        SandboxLimits limits) {

    public static AcceptanceSettings standard() {
        return new AcceptanceSettings(
                Duration.ofSeconds(20),
                Duration.ofSeconds(4),
                "app/__main__.py",
                "app",
                Duration.ofSeconds(10),
                SandboxLimits.large());
    }

    Duration limit(int tests) {
        return baseLimit.plus(perTestLimit.multipliedBy(tests));
    }
}
