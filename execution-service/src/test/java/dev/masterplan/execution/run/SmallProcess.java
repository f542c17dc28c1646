package dev.masterplan.execution.run;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A process with room for one run that looks often, whose bubblewrap a test can take away and give back. */
public class SmallProcess implements QuarkusTestProfile {

    private static final Path INSTALLED = Path.of("/usr/bin/bwrap");
    private static final Path TOOL = Path.of("target", "small-process", "bwrap").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "masterplan.execution.lease.renew-every",
                "200ms",
                "masterplan.execution.engine.max-runs",
                "1",
                "masterplan.execution.engine.poll-every",
                "200ms",
                "masterplan.execution.sandbox.bubblewrap",
                TOOL.toString());
    }

    static void install() throws IOException {
        uninstall();
        Files.createDirectories(TOOL.getParent());
        Files.createSymbolicLink(TOOL, INSTALLED);
    }

    /** It is there, and the kernel does not let it. */
    static void forbid() throws IOException {
        uninstall();
        Files.writeString(TOOL, """
                #!/bin/sh
                [ "$1" = --version ] && echo 'bubblewrap 0.8.0' && exit 0
                echo 'bwrap: No permissions to create new namespace' >&2
                exit 1
                """);
        Files.setPosixFilePermissions(TOOL, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void uninstall() throws IOException {
        Files.deleteIfExists(TOOL);
    }
}
