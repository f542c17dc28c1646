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

    private static final String QUESTION = "[d]efer all, [e]dit, [q]uit?";
    private static final String NO_SANDBOX = "[i]nstall bubblewrap, [g]o on without tests, [q]uit?";

    @TempDir
    private Path temporary;

    private Path brief;

    @BeforeEach
    void aBriefWithASentenceThatNothingCovers() throws IOException {
        brief = Files.writeString(temporary.resolve("lamps.md"), BuiltLamps.BRIEF);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void shouldSayTheLineToTypeWhereNobodyCanAnswer(RunningProduct product) throws IOException {
        // When
        Ended ended = product.masterplan("build", brief, "--out", out(), "--yes", "--json", json());

        // Then
        assertThat(ended.status()).as(ended.output()).isEqualTo(2);
        assertThat(ended.output())
                .containsPattern("R-00\\d  line " + BuiltLamps.UNCOVERED_LINE + "  \"" + BuiltLamps.UNCOVERED + "\": ")
                .containsPattern("./masterplan build " + brief + " --out " + out() + " --yes --data " + product.data()
                        + " --defer R-00\\d --reason TEXT");
        assertThat(out()).doesNotExist();
        assertThat(result().path("status").asText()).isEqualTo("REFUSED");
        assertThat(result().path("not_covered")).hasSize(1);
        assertThat(result().path("reason").asText()).contains("--defer");
    }

    @Test
    void shouldNameWhatWasPutOffWhereverItMatters(BuiltLamps lamps) throws IOException {
        // Given
        assertThat(lamps.result().path("deferred")).hasSize(1);
        String key = lamps.result().at("/deferred/0").asText();

        // Then
        assertThat(lamps.built().output())
                .containsSubsequence(
                        "Plan v2", "deferred, nothing proves it: " + key, "Completed with gaps", "deferred: " + key);
        assertThat(lamps.result().at("/tests/must_total").asInt())
                .isPositive()
                .isEqualTo(lamps.result().at("/tests/must_passed").asInt());
        assertThat(Files.readString(lamps.out().resolve("README.md"))).contains(key, BuiltLamps.UNCOVERED);
        assertThat(new ObjectMapper()
                        .readTree(lamps.out()
                                .resolve(".masterplan/certificate.json")
                                .toFile())
                        .path("deferrals"))
                .singleElement()
                .matches(deferral -> deferral.path("requirement_key").asText().equals(key)
                        && deferral.path("reason").asText().equals("later"));
    }

    @Test
    void shouldTakeTheRecommendedAnswerToAQuestion(BuiltLamps lamps, RunningProduct product) {
        // When
        JsonNode questions = product.json(
                        "/masterplans/" + lamps.result().path("masterplan_id").asText())
                .at("/discovery/questions");

        // Then
        assertThat(lamps.built().output()).containsPattern("question: The brief asks for go, .*  → python");
        assertThat(questions)
                .singleElement()
                .matches(question -> question.path("answer").asText().equals("python"));
    }

    @ParameterizedTest
    @CsvSource({"d, not approved", "e, no editor is chosen: set VISUAL or EDITOR"})
    void shouldAskWhatToDoWithWhatIsNotCovered(String key, String said, RunningProduct product) throws IOException {
        try (PseudoTerminal terminal = terminal(product, Map.of("VISUAL", "", "EDITOR", ""))) {
            // When
            terminal.awaitText(QUESTION).type(key + "\n");
            if (key.equals("d")) {
                terminal.awaitText("deferred, nothing proves it: R-00")
                        .awaitText("approve? [Y/n]")
                        .type("n\n");
            } else {
                terminal.awaitText(QUESTION).type("q\n");
            }

            // Then
            Ended ended = terminal.awaitEnd();
            assertThat(ended.status()).as(ended.output()).isEqualTo(3);
            assertThat(ended.output()).contains(said, "nothing was built");
            assertThat(out()).doesNotExist();
            assertThat(result().path("status").asText()).isEqualTo("CANCELLED");
            assertThat(result().path("masterplan_id").asText()).isNotEmpty();
        }
    }

    @Test
    void shouldReadTheBriefAgainAfterItWasEdited(RunningProduct product) {
        // Given
        Map<String, String> environment = Map.of("VISUAL", "", "EDITOR", "sed -i /polished/d");

        try (PseudoTerminal terminal = terminal(product, environment)) {
            // When
            terminal.awaitText(QUESTION).type("e\n").awaitText("approve? [Y/n]").type("n\n");

            // Then
            Ended ended = terminal.awaitEnd();
            assertThat(ended.status()).as(ended.output()).isEqualTo(3);
            assertThat(ended.output()).containsSubsequence("(11 lines)", "Not covered", "(10 lines)", "Plan v1");
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenItIsInterruptedBeforeTheApprovalArrives(RunningProduct product)
            throws IOException, InterruptedException {
        // Given
        Path data = Files.createDirectory(temporary.resolve("data"));
        List<String> line = RunningProduct.line(data, "build", BuiltNotes.BRIEF, "--out", out());
        try (SlowDoor door = new SlowDoor(product)) {
            door.dataFolder(data);
            PseudoTerminal terminal = PseudoTerminal.start(RunningProduct.ROOT, line, Map.of());
            terminal.awaitText("approve? [Y/n]").type("y\n");
            door.awaitApproval();
            assertThat(out().resolve(".git")).exists();

            // When
            Ended ended = terminal.type(PseudoTerminal.CTRL_C).awaitEnd();
            door.letApprovalThrough();

            // Then
            assertThat(ended.status()).as(ended.output()).isEqualTo(130);
            assertThat(ended.output()).contains("Stopped, nothing was built");
            assertThat(out()).doesNotExist();
            assertThat(product.json("/masterplans?limit=1&status=REJECTED")
                            .at("/items/0/name")
                            .asText())
                    .isEqualTo("Notes");
        }
    }

    @Test
    void shouldInstallASandboxWhereThePersonWantsIt(RunningProduct product) throws IOException {
        // Given
        Path programs = programsWithoutASandbox();

        try (PseudoTerminal terminal = terminal(product, Map.of("PATH", programs.toString()))) {
            // When
            terminal.awaitText(NO_SANDBOX).type("i\n");

            // Then
            terminal.awaitText("installing bubblewrap").awaitText(QUESTION).type("q\n");
            assertThat(terminal.awaitEnd().status()).isEqualTo(3);
            assertThat(programs.resolve("bwrap")).exists();
        }
    }

    @Test
    void shouldListWhatIsNotProvedWhenThePersonGoesOnWithoutTests(RunningProduct product) throws IOException {
        // Given
        Path programs = programsWithoutASandbox();

        try (PseudoTerminal terminal = terminal(product, Map.of("PATH", programs.toString()))) {
            // When
            terminal.awaitText(NO_SANDBOX).type("g\n").awaitText(QUESTION).type("d\n");
            Ended ended = terminal.awaitText("approve? [Y/n]").type("y\n").awaitEnd();

            // Then
            assertThat(ended.status()).as(ended.output()).isEqualTo(4);
            assertThat(ended.output())
                    .contains("Completed with gaps", "gaps: acceptance tests did not run")
                    .containsPattern("not proved: R-001, R-002");
            assertThat(programs.resolve("bwrap")).doesNotExist();
            assertThat(result().at("/tests/must_passed").asInt()).isZero();
        }
    }

    /** Its apt-get installs bubblewrap beside itself. */
    private Path programsWithoutASandbox() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can install");
        assumeTrue(Files.exists(Path.of("/usr/bin/apt-get")), "only where there is apt-get");
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
        List<String> line = RunningProduct.line(product.data(), "build", brief, "--out", out(), "--json", json());
        return PseudoTerminal.start(RunningProduct.ROOT, line, environment);
    }

    private Path json() {
        return temporary.resolve("result.json");
    }

    private JsonNode result() throws IOException {
        return new ObjectMapper().readTree(json().toFile());
    }

    private Path out() {
        return temporary.resolve("out");
    }
}
