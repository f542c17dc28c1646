package dev.masterplan.execution.run;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A process with room for one run, whose bubblewrap a test can take away and give back. */
public class SmallProcess implements QuarkusTestProfile {

    private static final Path INSTALLED = Path.of("/usr/bin/bwrap");
    private static final Path TOOL = Path.of("target", "small-process", "bwrap").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "masterplan.execution.engine.max-runs",
                "1",
                "masterplan.execution.sandbox.bubblewrap",
                TOOL.toString());
    }

    static void install() throws IOException {
        uninstall();
        Files.createDirectories(TOOL.getParent());
        Files.createSymbolicLink(TOOL, INSTALLED);
    }

    static void uninstall() throws IOException {
        Files.deleteIfExists(TOOL);
    }
}
