package dev.masterplan.local.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.client.Views.Analysis;
import dev.masterplan.local.client.Views.AtomCounts;
import dev.masterplan.local.client.Views.Coverage;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.Gate;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.client.Views.Spend;
import dev.masterplan.local.client.Views.TestCounts;
import dev.masterplan.local.client.Views.Wave;
import dev.masterplan.local.out.OutException;
import dev.masterplan.local.out.ResultFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "COMPLETED, 3, 3, -, 0",
                "COMPLETED, 3, 3, R-002, 0",
                "COMPLETED, 3, 3, R-001, 4",
                "COMPLETED, 3, 2, -, 4",
                "COMPLETED_WITH_GAPS, 3, 3, -, 4",
                "BLOCKED, 3, 2, -, 2",
                "PAUSED, 3, 2, -, 2",
                "CANCELLED, 3, 2, -, 3",
                "FAILED, 3, 2, -, 1"
            })
    void shouldExitAsTheRunEnded(String state, int total, int passed, String deferred, int status) {
        // Given
        Execution run = run(state, new TestCounts(total, passed, 0, 0), deferred);

        // When
        Exit exit = Result.exit(run, plan());

        // Then
        assertThat(exit.status()).isEqualTo(status);
    }

    @Test
    void shouldWriteTheNamedFields() throws IOException {
        // Given
        Execution run = run("COMPLETED", new TestCounts(3, 3, 1, 1), "R-002");
        Wave wave = new Wave(
                1,
                "w",
                "Notes",
                "COMPLETED",
                run.atoms(),
                0,
                List.of(new Gate(1, "OPEN", 3, 3, 1, 1, 4, 4, null, null)));
        Path file = temporary.resolve("result.json");

        // When
        ResultFile.of(file)
                .write(Result.of(run, List.of(wave), 2, new Seconds(1, 2, 3, 6)).json());

        // Then
        assertThat(new ObjectMapper().readTree(file.toFile())).isEqualTo(new ObjectMapper().readTree("""
                        {"status": "COMPLETED", "reason": null, "masterplan_id": "m", "execution_id": "e", "trace_id": "t", "waves": 1,
                         "atoms": {"total": 2, "completed": 2, "failed": 0},
                         "tests": {"must_total": 3, "must_passed": 3, "should_total": 1, "should_passed": 1},
                         "gates": [{"wave": 1, "round": 1, "verdict": "OPEN"}],
                         "not_covered": [], "deferred": ["R-002"], "reviews": 2, "cost_usd": 0,
                         "seconds": {"stack": 1.0, "plan": 2.0, "execute": 3.0, "total": 6.0}}
                        """));
    }

    @Test
    void shouldHaveTheSameFieldsWhereThereIsNoRun() throws IOException {
        // Given
        Path file = temporary.resolve("result.json");
        ResultFile result = ResultFile.of(file);
        result.planned("m", List.of("R-003", "R-005"));

        // When
        result.writeWithoutResult("REFUSED", "line \"x\"\n\u00e9 \\");

        // Then
        JsonNode written = new ObjectMapper().readTree(file.toFile());
        JsonNode ofARun = new ObjectMapper()
                .readTree(Result.of(
                                run("COMPLETED", new TestCounts(0, 0, 0, 0), null),
                                List.of(),
                                0,
                                new Seconds(0, 0, 0, 0))
                        .json());
        assertThat(written.fieldNames()).toIterable().containsExactlyElementsOf(() -> ofARun.fieldNames());
        assertThat(written.path("tests")).isEqualTo(ofARun.path("tests"));
        assertThat(written.path("status").asText()).isEqualTo("REFUSED");
        assertThat(written.path("reason").asText()).isEqualTo("line \"x\"\n\u00e9 \\");
        assertThat(written.path("masterplan_id").asText()).isEqualTo("m");
        assertThat(written.path("not_covered").toString()).isEqualTo("[\"R-003\",\"R-005\"]");
    }

    @Test
    void shouldRefuseAFileThatCannotBeWrittenBeforeTheWork() throws IOException {
        // Given
        Path earlier = Files.writeString(temporary.resolve("result.json"), "of an earlier build");

        // Then
        assertThatThrownBy(() -> ResultFile.of(temporary.resolve("no/folder.json")))
                .isInstanceOf(OutException.class)
                .hasMessageContaining("can't be written");
        assertThatThrownBy(() -> ResultFile.of(temporary)).isInstanceOf(OutException.class);
        assertThat(ResultFile.of(earlier).wanted()).isTrue();
        assertThat(earlier).doesNotExist();
    }

    private static Execution run(String state, TestCounts tests, String deferred) {
        return new Execution(
                "e",
                "m",
                "Notes",
                state,
                null,
                null,
                1,
                1,
                new AtomCounts(2, 2, 0, 0, 0, 0),
                tests,
                new Spend(BigDecimal.ZERO),
                false,
                "t",
                "c",
                null,
                deferred == null ? null : List.of(deferred),
                null);
    }

    private static MasterPlan plan() {
        Analysis analysis = new Analysis(
                null,
                null,
                List.of(
                        new Coverage("R-001", "MUST", "COVERED", null),
                        new Coverage("R-002", "SHOULD", "COVERED", null)));
        return new MasterPlan("m", "s", "Notes", 1, "APPROVED", null, "t", null, analysis, null);
    }
}
