package dev.masterplan.execution.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process of its own that runs a long sandboxed command: {@code ServiceDeathTest} kills it. */
final class SleepingService {

    private SleepingService() {}

    public static void main(String[] arguments) {
        Sandbox sandbox = Sandboxes.probe(SandboxSettings.standard());
        try (SandboxFolder folder = sandbox.folder()) {
            System.out.println(folder.workspace().getParent());
            sandbox.run(new SandboxSpec(
                    List.of("/usr/bin/sleep", arguments[0]),
                    folder.workspace(),
                    null,
                    Map.of(),
                    Duration.ofMinutes(5),
                    SandboxLimits.small(),
                    1000));
        }
    }
}
