package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.execution.sandbox.RealSandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

    private static final ExampleProgram NOTES = ExampleProgram.make("notes.md");
    private static final String DEEP = "deep/" + "folder-with-a-long-name/".repeat(7) + "file.txt";

    @TempDir
    Path folder;

    @Test
    void shouldTurnTheSentenceRedWhoseLineIsBroken() throws Exception {
        // Given
        write(NOTES.tree());
        String one = NOTES.tests().getFirst().id();
        // When
        Verification.Verified sound = verify(tar(), Set.of(one));
        Files.writeString(folder.resolve("app/__main__.py"), "raise SystemExit('broken')\n");
        Verification.Verified broken = verify(tar(), Set.of(one));
        // Then
        assertThat(sound.passed()).as(sound.toString()).isTrue();
        assertThat(sound.acceptanceDiffers()).isFalse();
        assertThat(broken.passed()).isFalse();
    }

    @Test
    void shouldIgnoreTheFoldersOwnTestsAndSayThatTheyDiffer() throws Exception {
        // Given
        write(NOTES.tree());
        Files.writeString(folder.resolve("acceptance/run"), "print('all passed')\n");
        Files.writeString(folder.resolve("app/__main__.py"), "raise SystemExit('broken')\n");
        // When
        Verification.Verified verified =
                verify(tar(), Set.of(NOTES.tests().getFirst().id()));
        // Then
        assertThat(verified.passed()).isFalse();
        assertThat(verified.acceptanceDiffers()).isTrue();
        assertThat(verified.differing()).containsExactly("acceptance/run");
    }

    @Test
    void shouldReadEveryFormOfLongNameThatTarWrites() throws Exception {
        for (String format : List.of("gnu", "pax", "ustar")) {
            write(Map.of(
                    DEEP,
                    ExampleProgram.bytes("deep"),
                    "ä/x.txt",
                    ExampleProgram.bytes("x"),
                    ".git/HEAD",
                    new byte[0]));
            assertThat(read(tar("--format=" + format, "."))).as(format).containsOnlyKeys(DEEP, "ä/x.txt");
        }
    }

    @Test
    void shouldRefuseLinksAndPathsThatLeadOut() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("out.txt"), "x");
        Files.createSymbolicLink(folder.resolve("in/link"), Path.of("/etc/passwd"));
        // Then
        refused(tar("-C", folder.resolve("in").toString(), "."), "only files and folders");
        refused(tar("-P", folder.resolve("in/../out.txt").toString()), "not relative");
        refused(tar("-P", "-C", folder.resolve("in").toString(), "../out.txt"), "'..'");
        Files.delete(folder.resolve("in/link"));
        Files.createLink(folder.resolve("in/hard"), folder.resolve("out.txt"));
        refused(tar("in/hard", "out.txt"), "only files and folders");
    }

    @Test
    void shouldRefuseWhatIsTooMuchOrNoArchive() throws Exception {
        // Given
        write(Map.of("a.txt", new byte[600], "b.txt", new byte[600]));
        byte[] tar = tar().readAllBytes();
        // Then
        assertThatThrownBy(() -> TarFolder.read(new ByteArrayInputStream(tar), 1_000, 10))
                .hasMessage("more than 1000 bytes");
        assertThatThrownBy(() -> TarFolder.read(new ByteArrayInputStream(tar), 9_000, 1))
                .hasMessage("more than 1 entries");
        refused(new ByteArrayInputStream(tar, 0, 700), "ends too early");
        refused(new ByteArrayInputStream("x".repeat(512).getBytes(StandardCharsets.UTF_8)), "not a tar archive");
        assertThat(read(InputStream.nullInputStream())).isEmpty();
    }

    @Test
    void shouldTakeTheMostFilesInLittleTime() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("many"));
        for (int number = 0; number < 9_000; number++) {
            Files.createFile(folder.resolve("many/" + number));
        }
        InputStream tar = tar();
        // When
        long started = System.nanoTime();
        Map<String, byte[]> files = TarFolder.read(tar, 1_000_000, 20_000);
        // Then
        assertThat(files).hasSize(9_000);
        assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
    }

    private static void refused(InputStream tar, String why) {
        assertThatThrownBy(() -> read(tar))
                .isInstanceOf(BadArchiveException.class)
                .hasMessageContaining(why);
    }

    private static Map<String, byte[]> read(InputStream tar) {
        return TarFolder.read(tar, 1_000_000, 1_000);
    }

    private static Verification.Verified verify(InputStream tar, Set<String> ids) {
        AcceptanceRunner runner = new AcceptanceRunner(RealSandbox.get(), AcceptanceSettings.standard());
        return new Verification(runner).verify(tar, NOTES.acceptanceBytes(), NOTES.manifest(), ids);
    }

    private InputStream tar() throws Exception {
        return tar(".");
    }

    /** What the machine's own tar makes. */
    private InputStream tar(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("tar", "-C", folder.toString(), "-cf", "-"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] bytes = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return new ByteArrayInputStream(bytes);
    }

    private void write(Map<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
