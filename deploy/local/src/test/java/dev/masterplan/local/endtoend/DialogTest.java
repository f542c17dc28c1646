package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code build} asks a person, and what it does where nobody can answer. */
@Tag("slow")
@ExtendWith(StackExtension.class)
class DialogTest {

    private static final String ONE_SENTENCE_TOO_MANY = """
            # Lamps

            A service in Python.

            ## Data
            - Lamp: name (text, required, up to 20 characters)

            ## Rules
            - Lamps can be created and listed.
            - A lamp must be polished by hand on every second Tuesday.
            """;
    private static final String SENTENCE = "A lamp must be polished by hand on every second Tuesday.";

    @TempDir
    private Path temporary;

    private Path brief;

    @BeforeEach
    void aBriefWithASentenceThatNothingCovers() throws IOException {
        brief = Files.writeString(temporary.resolve("lamps.md"), ONE_SENTENCE_TOO_MANY);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void shouldSayTheLineToTypeWhereNobodyCanAnswer(RunningProduct product) {
        // When
        Ended ended = product.masterplan("build", brief, "--out", out(), "--yes");

        // Then
        assertThat(ended.status()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output())
                .containsPattern("R-00\\d  line 10  \"" + SENTENCE + "\": ")
                .containsPattern("./masterplan build " + brief + " --out " + out() + " --yes --data " + product.data()
                        + " --defer R-00\\d --reason TEXT");
        assertThat(out()).doesNotExist();
    }

    @Test
    void shouldCompleteWithWhatWasPutOffNamed(RunningProduct product) throws IOException {
        // When
        Path json = temporary.resolve("result.json");
        Ended ended = product.masterplan(
                "build", brief, "--out", out(), "--yes", "--defer", "all", "--reason", "later", "--json", json);

        // Then
        assertThat(ended.status()).as(ended.output()).isEqualTo(4);
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.path("deferred")).hasSize(1);
        String key = result.at("/deferred/0").asText();
        assertThat(ended.output()).contains("deferred: " + key);
        assertThat(result.at("/tests/must_total").asInt())
                .isPositive()
                .isEqualTo(result.at("/tests/must_passed").asInt());
        assertThat(Files.readString(out().resolve("README.md"))).contains(SENTENCE);
    }

    @ParameterizedTest
    @CsvSource({"d, not approved", "e, edit ", "q, nothing was built"})
    void shouldAskWhatToDoWithWhatIsNotCovered(String key, String said, RunningProduct product) {
        try (PseudoTerminal terminal = terminal(product, Map.of())) {
            // When
            terminal.awaitText("[d]efer all, [e]dit, [q]uit?").type(key + "\n");
            if (key.equals("d")) {
                terminal.awaitText("approve? [Y/n]").type("n\n");
            }

            // Then
            Ended ended = terminal.awaitEnd();
            assertThat(ended.status()).as(ended.output()).isEqualTo(3);
            assertThat(ended.output()).contains(said);
            assertThat(out()).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource({"i, installing bubblewrap", "g, Read "})
    void shouldAskWhatToDoWithoutASandbox(String key, String said, RunningProduct product) throws IOException {
        // Given
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can install");
        assumeTrue(Files.exists(Path.of("/usr/bin/apt-get")), "only where there is apt-get");
        Path programs = programsWithoutASandbox();

        try (PseudoTerminal terminal = terminal(product, Map.of("PATH", programs.toString()))) {
            // When
            terminal.awaitText("[i]nstall bubblewrap, [g]o on without tests, [q]uit?")
                    .type(key + "\n");

            // Then
            terminal.awaitText(said).awaitText("[q]uit?").type("q\n");
            assertThat(terminal.awaitEnd().status()).isEqualTo(3);
            assertThat(Files.exists(programs.resolve("bwrap"))).isEqualTo(key.equals("i"));
        }
    }

    /** Its apt-get installs bubblewrap beside itself. */
    private Path programsWithoutASandbox() throws IOException {
        Path programs = Files.createDirectory(temporary.resolve("programs"));
        program(programs.resolve("git"), "exec /usr/bin/git \"$@\"");
        program(programs.resolve("apt-get"), """
                [ "$1" = install ] || exit 0
                printf '#!/bin/sh\\nexec /usr/bin/bwrap "$@"\\n' >"${0%/*}/bwrap"
                /bin/chmod 755 "${0%/*}/bwrap"
                """);
        return programs;
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private PseudoTerminal terminal(RunningProduct product, Map<String, String> environment) {
        List<String> line = RunningProduct.line(product.data(), "build", brief, "--out", out());
        return PseudoTerminal.start(RunningProduct.ROOT, line, environment);
    }

    private Path out() {
        return temporary.resolve("out");
    }
}
