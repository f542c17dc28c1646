package dev.masterplan.execution.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    @Test
    void shouldGiveExitStatusAndBothOutputs() {
        // When
        SandboxResult result = RealSandbox.python(
                "import os, sys; print(os.environ['GREETING']); print('err', file=sys.stderr); sys.exit(7)");
        // Then
        assertThat(result.exit()).isEqualTo(7);
        assertThat(result.stdoutText()).isEqualTo("two words\n");
        assertThat(result.stderrText()).isEqualTo("err\n");
        assertThat(result.ended()).isTrue();
    }

    @Test
    void shouldLetTheCommandWriteToOutOnly() {
        // Given
        try (SandboxFolder folder = RealSandbox.get().folder()) {
            folder.write("a/b.txt", "x".getBytes(StandardCharsets.UTF_8));
            // When
            SandboxResult result = RealSandbox.get()
                    .run(new SandboxSpec(
                            List.of("/bin/sh", "-c", "cp a/b.txt /out/c.txt && ! touch a/d.txt && ! touch /x"),
                            folder.workspace(),
                            folder.out(),
                            Map.of(),
                            Duration.ofSeconds(5),
                            SandboxLimits.small(),
                            1000));
            // Then
            assertThat(result.exit()).as(result.stderrText()).isZero();
            assertThat(folder.out().resolve("c.txt")).hasContent("x");
            assertThat(folder.workspace().resolve("a/d.txt")).doesNotExist();
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenAFolderIsClosed() throws Exception {
        // Given
        SandboxFolder folder = RealSandbox.get().folder();
        Path kept = folder.workspace().getParent();
        folder.write("a.txt", new byte[] {1});
        Files.createSymbolicLink(folder.out().resolve("link"), Path.of("/etc"));
        // When
        folder.close();
        // Then
        assertThat(kept).doesNotExist();
        assertThat(Path.of("/etc/passwd")).exists();
    }

    @Test
    void shouldRefuseToStageOutsideTheFolder() {
        try (SandboxFolder folder = RealSandbox.get().folder()) {
            assertThatThrownBy(() -> folder.write("../x", new byte[0])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldSayWhyWhenTheToolIsMissing(@TempDir Path base) {
        // Given
        SandboxSettings settings =
                new SandboxSettings(base, Path.of("/nowhere/bwrap"), 65532, 65532, Duration.ofMillis(100));
        // When
        Sandbox sandbox = Sandboxes.probe(settings);
        // Then
        assertThat(sandbox.available()).isFalse();
        assertThat(sandbox.name()).isEqualTo("none");
        assertThat(sandbox.version()).isEqualTo("bubblewrap is not installed");
        assertThatThrownBy(sandbox::folder).isInstanceOf(SandboxMissingException.class);
    }

    @Test
    void shouldRefuseABaseFolderThatOthersCanWrite(@TempDir Path base) throws Exception {
        // Given
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxrwxrwx"));
        // When
        Sandbox sandbox = Sandboxes.probe(new SandboxSettings(base, null, 65532, 65532, Duration.ofMillis(100)));
        // Then
        assertThat(sandbox.available()).isFalse();
        assertThat(sandbox.version()).contains("can be written by others");
    }

    @Test
    void shouldRemoveFoldersThatAKilledServiceLeftYesterday() throws Exception {
        // Given
        Path base = SandboxSettings.standard().base();
        RealSandbox.get();
        Path old = Files.createTempDirectory(base, SandboxFolder.PREFIX);
        Path fresh = Files.createTempDirectory(base, SandboxFolder.PREFIX);
        Files.writeString(old.resolve("left.txt"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        // When
        Sandboxes.probe(SandboxSettings.standard());
        // Then
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        SandboxFolder.remove(fresh);
    }
}
