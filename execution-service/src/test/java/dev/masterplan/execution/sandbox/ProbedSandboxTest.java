package dev.masterplan.execution.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sandbox that worked when the service started, and does not any more. */
class ProbedSandboxTest {

    private static final Path INSTALLED = Path.of("/usr/bin/bwrap");

    /** As bubblewrap says it where the kernel does not let it. */
    private static final String FORBIDDEN = "#!/bin/sh\n[ \"$1\" = --version ] && echo 'bubblewrap 0.8.0' && exit 0\n"
            + "echo 'bwrap: No permissions to create new namespace' >&2\nexit 1\n";

    /** Not in a folder of one account only: the account of the sandbox has to reach it. */
    private static final Path TOOL =
            Path.of("target", "probed-sandbox", "bwrap").toAbsolutePath();

    private ProbedSandbox sandbox;

    @BeforeEach
    void install() throws IOException {
        RealSandbox.get();
        Files.createDirectories(TOOL.getParent());
        Files.deleteIfExists(TOOL);
        Files.createSymbolicLink(TOOL, INSTALLED);
        sandbox = new ProbedSandbox(
                () -> Sandboxes.probe(SandboxSettings.standard().withBubblewrap(TOOL)));
    }

    @Test
    void shouldSayThatThereIsNoneWhenItIsForbiddenAndFindItAgainAfterTheCure() throws IOException {
        // Given
        assertThat(run("print(1)").stdoutText()).isEqualTo("1\n");
        Files.delete(TOOL);
        Files.writeString(TOOL, FORBIDDEN);
        Files.setPosixFilePermissions(TOOL, PosixFilePermissions.fromString("rwxr-xr-x"));

        // When
        assertThatThrownBy(() -> run("print(2)"))
                .isInstanceOf(SandboxMissingException.class)
                .hasMessageContaining("No permissions to create new namespace");

        // Then
        assertThat(sandbox.available()).isFalse();
        Files.delete(TOOL);
        Files.createSymbolicLink(TOOL, INSTALLED);
        await().atMost(Duration.ofSeconds(5)).until(sandbox::available);
        assertThat(run("print(3)").stdoutText()).isEqualTo("3\n");
    }

    @Test
    void shouldSayThatThereIsNoneWhenItIsRemovedBetweenTheLookAndTheStart() {
        // Given
        try (SandboxFolder program = program("print(1)")) {

            // When
            assertThatThrownBy(() -> {
                        Files.delete(TOOL);
                        sandbox.run(spec(program));
                    })
                    .isInstanceOf(SandboxMissingException.class)
                    .hasMessageContaining("not installed");
        }

        // Then
        assertThat(sandbox.name()).isEqualTo("none");
    }

    @Test
    void shouldSayWhatIsWrongWithTheSandboxWithoutAnyFolderOfTheMachine() throws IOException {
        // Given
        Files.delete(TOOL);
        Files.writeString(
                TOOL, FORBIDDEN.replace("No permissions to create new namespace", "Cannot mount /home/ada on /x"));
        Files.setPosixFilePermissions(TOOL, PosixFilePermissions.fromString("rwxr-xr-x"));

        // When
        String why =
                Sandboxes.probe(SandboxSettings.standard().withBubblewrap(TOOL)).version();

        // Then
        assertThat(why).isEqualTo("bubblewrap does not work here: the probe ended with 1 bwrap: Cannot mount … on …");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bwrap: No permissions", "setpriv: failed", "Traceback"})
    void shouldBelieveAProgramNothingThatItSaysOfTheSandbox(String complaint) {
        // When
        SandboxResult result = run("import sys; print('%s', file=sys.stderr); sys.exit(1)".formatted(complaint));

        // Then
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.stderrText()).startsWith(complaint);
        assertThat(sandbox.available()).isTrue();
    }

    private SandboxResult run(String code) {
        try (SandboxFolder program = program(code)) {
            return sandbox.run(spec(program));
        }
    }

    private SandboxFolder program(String code) {
        SandboxFolder program = sandbox.folder();
        program.write("code.py", code.getBytes(StandardCharsets.UTF_8));
        return program;
    }

    private static SandboxSpec spec(SandboxFolder program) {
        return new SandboxSpec(
                List.of("/usr/bin/python3", "-I", "code.py"),
                program.workspace(),
                program.out(),
                Map.of(),
                Duration.ofSeconds(10),
                SandboxLimits.small(),
                10_000);
    }
}
