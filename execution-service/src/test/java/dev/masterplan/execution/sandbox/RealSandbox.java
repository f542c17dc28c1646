package dev.masterplan.execution.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The machine's sandbox for tests; without one they are skipped with the reason, and in CI they fail. */
public final class RealSandbox {

    private static final Sandbox SANDBOX = Sandboxes.probe(SandboxSettings.standard());

    private RealSandbox() {}

    public static Sandbox get() {
        if (!SANDBOX.available() && System.getenv("CI") == null) {
            System.out.println("skipped: " + SANDBOX.version());
            Assumptions.abort(SANDBOX.version());
        }
        return SANDBOX;
    }

    /** Runs Python code with the small limits, an output folder and ten seconds. */
    static SandboxResult python(String code) {
        return python(code, SandboxLimits.small(), Duration.ofSeconds(10));
    }

    static SandboxResult python(String code, SandboxLimits limits, Duration wall) {
        try (SandboxFolder folder = get().folder()) {
            folder.write("code.py", code.getBytes(StandardCharsets.UTF_8));
            return get().run(new SandboxSpec(
                    List.of("/usr/bin/python3", "-I", "code.py"),
                    folder.workspace(),
                    folder.out(),
                    Map.of("GREETING", "two words"),
                    wall,
                    limits,
                    100_000));
        }
    }
}
