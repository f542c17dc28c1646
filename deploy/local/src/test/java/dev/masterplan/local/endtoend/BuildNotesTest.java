package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A brief with one entity goes all the way. */
@Tag("slow")
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuildNotesTest {

    @TempDir
    private static Path temporary;

    private Path out;
    private Ended built;
    private JsonNode result;

    @BeforeAll
    void theNotes(BuiltNotes notes) {
        out = notes.out();
        built = notes.built();
        result = notes.result();
    }

    @Test
    void shouldProveEverySentence() {
        assertThat(result.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(result.at("/tests/must_total").asInt())
                .isPositive()
                .isEqualTo(result.at("/tests/must_passed").asInt());
        assertThat(result.path("not_covered")).isEmpty();
        assertThat(result.path("gates"))
                .allMatch(gate -> List.of("OPEN", "NOT_APPLICABLE")
                        .contains(gate.path("verdict").asText()));
    }

    @Test
    void shouldSayInPlainLinesWhatHappens() {
        assertThat(built.output())
                .contains("Read ", "Plan v1", "Gate S   OPEN", "Completed in")
                .doesNotContain("\u001b", "\tat ");
    }

    @Test
    void shouldLeaveACommitPerWaveWithTrailers() {
        // When
        String log = RunningProduct.git(out, "log", "--reverse", "--format=" + trailers("Wave", "Run-Id", "Trace-Id"));

        // Then
        String identity = "|" + result.path("execution_id").asText() + "|"
                + result.path("trace_id").asText();
        List<String> testsAndWaves = IntStream.rangeClosed(
                        0, result.path("waves").asInt())
                .mapToObj(wave -> wave + identity)
                .toList();
        assertThat(log.lines()).containsExactlyElementsOf(testsAndWaves);
    }

    private static String trailers(String... keys) {
        return Arrays.stream(keys)
                .map(key -> "%(trailers:key=" + key + ",valueonly,separator=)")
                .collect(Collectors.joining("|"));
    }

    @Test
    void shouldLeaveAProgramWhosePagesWorkOutsideOfTheProduct() {
        try (RunningProgram program = RunningProgram.start(out, temporary)) {
            // When
            String empty = program.page("/pages/notes");
            String saved = program.send("/pages/notes", "title=Bread+%26+butter&body=&pinned=false");
            String refused = program.send("/pages/notes", "title=" + "x".repeat(81));

            // Then
            assertThat(program.page("/")).contains("/pages/notes");
            assertThat(empty)
                    .contains("<form class='add' method='post'", "name='title'")
                    .doesNotContain("Bread");
            assertThat(saved).contains("Bread &amp; butter");
            assertThat(refused).contains("title must have at most 80 characters", "Bread &amp; butter");
        }
    }

    @Test
    void shouldLeaveUnitTestsThatPassOutsideOfTheProduct() {
        Ended tests = RunningProduct.run(
                out, List.of("/usr/bin/python3", "-m", "unittest", "discover", "-s", "tests", "-t", "."));

        assertThat(tests.status()).as(tests.output()).isZero();
        assertThat(tests.output()).doesNotContain("Ran 0 tests");
    }

    @Test
    void shouldKeepTheCertificateBesideTheTree() {
        assertThat(Files.exists(out.resolve(".masterplan/certificate.json"))).isTrue();
        assertThat(RunningProduct.git(out, "status", "--porcelain")).isEmpty();
    }
}
