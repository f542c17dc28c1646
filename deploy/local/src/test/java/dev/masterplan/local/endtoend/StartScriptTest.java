package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start script in a clone that was never built, with a Maven that only notes that it was called. */
@Tag("slow")
class StartScriptTest {

    private static final String MAVEN = """
            #!/bin/sh
            [ "$1" != -v ] || { echo 'Apache Maven 3.9.9'; exit; }
            echo "$@" >"$NOTES/called"
            sleep 600 &
            echo $! >"$NOTES/child"
            wait
            """;

    @TempDir
    private Path temporary;

    private Path clone;
    private Path programs;

    @BeforeEach
    void anUnbuiltClone() throws IOException {
        clone = Files.createDirectory(temporary.resolve("a clone"));
        programs = Files.createDirectory(temporary.resolve("programs"));
        Files.copy(RunningProduct.ROOT.resolve("masterplan"), clone.resolve("masterplan"));
        Files.setPosixFilePermissions(clone.resolve("masterplan"), PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String part :
                List.of("pom.xml", "execution-service/src/main/resources/sandbox", "deploy/local/src/main")) {
            Path copy = clone.resolve(part);
            Files.createDirectories(copy.getParent());
            RunningProduct.run(
                    clone, List.of("cp", "-r", RunningProduct.ROOT.resolve(part).toString(), copy.toString()));
        }
        program("mvn", MAVEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "biuld x | there is no command 'biuld': ./masterplan --help lists them",
                "build nosuch.md --out x | the brief nosuch.md does not exist",
                "build deploy --out x | the brief deploy is a folder, not a text file",
                "build pom.xml --out deploy | deploy holds something else, it is left alone"
            })
    void shouldRefuseBeforeAnythingIsBuilt(String words, String why) {
        // When
        Ended ended = run("./masterplan " + words);

        // Then
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("masterplan: ", why).doesNotContain("Building");
        assertThat(temporary.resolve("called")).doesNotExist();
    }

    @Test
    void shouldHelpWithoutABuild() {
        // When
        Ended ended = run("./masterplan build --help && ./masterplan test --help && ./masterplan");

        // Then
        assertThat(ended.status()).isZero();
        assertThat(ended.output()).contains("./masterplan build BRIEF --out DIR", "./masterplan test");
        assertThat(temporary.resolve("called")).doesNotExist();
    }

    @Test
    void shouldTakeMavenAndItsChildrenAlongWhenItIsToldToEnd() throws Exception {
        // Given
        Process script = script("./masterplan status").start();
        await().until(() -> Files.exists(temporary.resolve("child"))
                && Files.readString(temporary.resolve("child")).endsWith("\n"));
        long child = Long.parseLong(Files.readString(temporary.resolve("child")).strip());

        // When
        script.destroy();

        // Then
        assertThat(script.waitFor()).isEqualTo(143);
        await().until(() ->
                ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(clone.resolve("target/masterplan/building")).doesNotExist();
    }

    @Test
    void shouldAskForASandboxBeforeAnythingIsBuilt() throws IOException {
        // Given
        for (String name :
                List.of("git", "node", "npm", "python3", "sed", "find", "dirname", "mkdir", "cat", "head", "rm")) {
            passOn(name);
        }
        List<String> line = List.of("./masterplan", "build", "pom.xml", "--out", "x");

        // When
        try (PseudoTerminal terminal = PseudoTerminal.start(clone, line, Map.of("PATH", programs.toString()))) {
            Ended ended = terminal.awaitText("[q]uit?").type("q\n").awaitEnd();

            // Then
            assertThat(ended.status()).as(ended.output()).isEqualTo(3);
            assertThat(ended.output()).contains("no sandbox here, tests can't run: ", "[g]o on without tests");
            assertThat(temporary.resolve("called")).doesNotExist();
        }
    }

    private void passOn(String name) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
            if (Files.exists(Path.of(folder, name))) {
                program(name, "#!/bin/sh\nexec " + folder + "/" + name + " \"$@\"\n");
                return;
            }
        }
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(programs.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ProcessBuilder script(String line) {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "exec " + line)
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("said").toFile());
        builder.environment().put("NOTES", temporary.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", programs.toString(), (path, own) -> own + ":" + path);
        return builder;
    }

    private Ended run(String line) {
        try {
            Process process =
                    script(line.contains("&&") ? "sh -c '" + line + "'" : line).start();
            process.getOutputStream().close();
            int status = process.waitFor();
            return new Ended(status, Files.readString(temporary.resolve("said")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
