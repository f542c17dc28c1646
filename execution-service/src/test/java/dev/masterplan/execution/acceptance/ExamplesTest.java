package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.sandbox.RealSandbox;
import dev.masterplan.execution.validation.Candidate;
import dev.masterplan.execution.validation.ValidationReport;
import dev.masterplan.execution.validation.ValidationSettings;
import dev.masterplan.execution.validation.Validators;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole examples through the validators, the stubs and the gate's run, as the engine drives them. */
@Tag("long")
class ExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldAcceptEveryLinkOfEveryFile(String example) {
        // Given
        ExampleProgram program = ExampleProgram.make(example);
        Validators validators = new Validators(RealSandbox.get(), ValidationSettings.standard());
        Map<String, byte[]> snapshot = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        long started = System.nanoTime();
        // When
        for (ExampleProgram.Link link : program.links()) {
            byte[] before = snapshot.remove(link.path());
            ValidationReport report = validators.validate(new Candidate(
                    link.path(),
                    link.path().endsWith(".py") ? "python" : link.path().endsWith(".md") ? "markdown" : "text",
                    link.content(),
                    before == null ? null : new String(before, StandardCharsets.UTF_8),
                    snapshot,
                    link.path().contains("test_")));
            if (!report.passed()) {
                refused.put(link.path(), report.diagnostics().toString());
            }
            snapshot.put(link.path(), ExampleProgram.bytes(link.content()));
        }
        // Then
        System.out.printf("%d validations in %d ms%n", program.links().size(), millis(started));
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldBeRedOnBothStubsAndGreenOnTheProgram(String example) {
        // Given
        ExampleProgram program = ExampleProgram.make(example);
        // When
        long started = System.nanoTime();
        Preparation preparation = new AcceptanceSuite(RealSandbox.get(), AcceptanceSettings.standard())
                .prepare(program.tests(), program.acceptance());
        System.out.printf("%d tests prepared in %d ms%n", program.tests().size(), millis(started));
        started = System.nanoTime();
        List<TestResult> results = new AcceptanceRunner(RealSandbox.get(), AcceptanceSettings.standard())
                .run(program.tree(), program.manifest(), program.ids());
        System.out.printf("%d tests run in %d ms%n", results.size(), millis(started));
        // Then
        assertThat(preparation).isEqualTo(new Preparation.Prepared(program.manifest()));
        assertThat(results).allSatisfy(result -> {
            assertThat(result.passed()).as(result.toString()).isTrue();
            assertThat(result.flaky()).as(result.toString()).isFalse();
        });
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
