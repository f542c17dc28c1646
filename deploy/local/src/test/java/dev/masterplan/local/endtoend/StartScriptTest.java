package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String MAVEN_THAT_ENDS = """
            #!/bin/sh
            [ "$1" != -v ] || { echo 'Apache Maven 3.9.9'; exit; }
            echo "$@" >"$NOTES/called"
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    @Test
    void shouldSayInTheJsonFileWhyNothingIsBuilt() throws IOException {
        // Given
        Path json = Files.writeString(temporary.resolve("result.json"), "of an earlier build");

        // When
        Ended ended = run("./masterplan build nosuch.md --out x --json " + json);

        // Then
        assertThat(ended.status()).isEqualTo(1);
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.path("status").asText()).isEqualTo("ERROR");
        assertThat(result.path("reason").asText()).isEqualTo("the brief nosuch.md does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "biuld x | there is no command 'biuld': ./masterplan --help lists them",
                "build nosuch.md --out x | the brief nosuch.md does not exist",
                "build deploy --out x | no plan in deploy: neither tasks.json nor tasks.md",
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
    void shouldKeepItsDataInTheHomeOfTheEnvironment() throws IOException {
        // Given
        Path home = Files.createDirectory(temporary.resolve("a home"));
        pretendToBeBuilt();

        // When
        Ended looked = run("env HOME=\"" + home + "\" ./masterplan doctor");
        Ended asked = run("env HOME=\"" + home + "\" ./masterplan status");

        // Then
        assertThat(looked.output()).contains("GB free for " + home + "/.masterplan");
        assertThat(asked.output()).contains("nothing runs on " + home + "/.masterplan;");
        assertThat(home.resolve(".masterplan/VERSION")).exists();
    }

    /** A build whose jar leads to these classes. */
    private void pretendToBeBuilt() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.masterplan.local.Launcher");
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes);
        Path jar = clone.resolve("deploy/local/target/masterplan.jar");
        Files.createDirectories(jar.getParent());
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        Path stamp = clone.resolve("target/masterplan/built");
        Files.createDirectories(stamp.getParent());
        Files.createFile(stamp);
    }

    @Test
    void shouldBuildThePagesOnceThereIsANodeForThem() throws IOException {
        // Given
        Path home = Files.createDirectory(temporary.resolve("a home"));
        String status = "env CI= HOME=\"" + home + "\" ./masterplan status";
        pretendToBeBuilt();
        program("mvn", MAVEN_THAT_ENDS);
        program("node", "#!/bin/sh\nexit 1\n");
        program("npm", "#!/bin/sh\n");
        Files.delete(clone.resolve("target/masterplan/built"));
        Ended without = run(status);
        boolean leftOut = Files.readString(temporary.resolve("called")).contains("-DskipUi");
        Files.delete(temporary.resolve("called"));
        Ended again = run(status);
        boolean calledAgain = Files.exists(temporary.resolve("called"));

        // When
        program("node", "#!/bin/sh\nexit 0\n");
        Ended with = run(status);

        // Then
        assertThat(without.output()).contains("built without its pages");
        assertThat(leftOut).isTrue();
        assertThat(again.output()).doesNotContain("Building");
        assertThat(calledAgain).isFalse();
        assertThat(with.output()).contains("Built in");
        assertThat(temporary.resolve("called")).content().doesNotContain("-DskipUi");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "' -pl libs/blueprint', false"})
    void shouldCountAsBuiltAfterAllTestsOnly(String words, boolean counts) throws IOException {
        // Given
        program("mvn", MAVEN_THAT_ENDS);

        // When
        Ended ended = run("./masterplan test" + words);

        // Then
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(temporary.resolve("called")).content().contains("verify" + words);
        assertThat(Files.exists(clone.resolve("target/masterplan/built"))).isEqualTo(counts);
        assertThat(clone.resolve("target/masterplan/building")).doesNotExist();
    }

    @Test
    void shouldNotTestWhileThisCloneIsBuilt() throws IOException {
        // Given
        program("mvn", MAVEN_THAT_ENDS);
        Path building = Files.createDirectories(clone.resolve("target/masterplan/building"));
        Files.writeString(building.resolve("pid"), ProcessHandle.current().pid() + "\n");

        // When
        Ended ended = run("./masterplan test");

        // Then
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output()).contains("another build of this clone runs");
        assertThat(temporary.resolve("called")).doesNotExist();
        assertThat(building).exists();
    }

    @Test
    void shouldTakeMavenAndItsChildrenAlongWhenItIsToldToEnd() throws Exception {
        // Given
        Process script = script("./masterplan status").start();
        await().atMost(PATIENCE)
                .until(() -> Files.exists(temporary.resolve("child"))
                        && Files.readString(temporary.resolve("child")).endsWith("\n"));
        long child = Long.parseLong(Files.readString(temporary.resolve("child")).strip());

        // When
        script.destroy();

        // Then
        assertThat(script.waitFor()).isEqualTo(143);
        await().atMost(PATIENCE)
                .until(() ->
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
