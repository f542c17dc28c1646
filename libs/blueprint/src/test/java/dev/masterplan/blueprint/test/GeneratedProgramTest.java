package dev.masterplan.blueprint.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that the blueprint wrote, run against the acceptance tests that it wrote from the same briefs. */
class GeneratedProgramTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"notes"})
    void shouldPassEveryTest(String brief) throws Exception {
        // Given
        Generated generated = Generated.ofExample(brief);

        // When
        AcceptanceRun run = AcceptanceRun.of(generated.lay(folder));

        // Then
        assertThat(run.outcomes())
                .as(run.output())
                .hasSameSizeAs(generated.specifications())
                .allSatisfy((id, outcome) ->
                        assertThat(outcome.kind()).as(id + " " + outcome.text()).isEqualTo("passed"));
    }

    @Test
    void shouldPassEveryTestOfTheFormsThatTheExamplesDoNotUse() throws Exception {
        // Given
        Generated generated = ShopForms.generated();

        // When
        AcceptanceRun run = AcceptanceRun.of(generated.lay(folder));

        // Then
        assertThat(run.outcomes())
                .as(run.output())
                .hasSameSizeAs(generated.specifications())
                .allSatisfy((id, outcome) ->
                        assertThat(outcome.kind()).as(id + " " + outcome.text()).isEqualTo("passed"));
    }

    @ParameterizedTest
    @CsvSource({"library,stub-404", "library,stub-200"})
    void shouldFailEveryTestByAssertionOnAStub(String brief, String target) throws Exception {
        // Given
        Generated generated = Generated.ofExample(brief);

        // When
        AcceptanceRun run = AcceptanceRun.of(generated.lay(folder), "--target", target);

        // Then
        assertThat(run.outcomes())
                .as(run.output())
                .hasSameSizeAs(generated.specifications())
                .allSatisfy((id, outcome) ->
                        assertThat(outcome.kind()).as(id + " " + outcome.text()).isEqualTo("assertion"));
    }
}
