package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.sandbox.RealSandbox;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AcceptanceRunnerTest {

    private static final String SLOW_AT_FIRST = """
            import http.server, os, sys, time
            if time.time() < %s:
                time.sleep(4)
                sys.exit(3)
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(200)
                    self.end_headers()
            http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
            """;

    @Test
    void shouldPassOnlyWhatTheReportTellsOnceAndWell() {
        // When
        Map<String, TestResult> results = run(new SmallRunner()
                .test("T-001-1", "good")
                .test("T-001-2", "bad")
                .test("T-001-3", "error")
                .test("T-001-4", "skipped")
                .test("T-001-5", "missing")
                .test("T-001-6", "twice"));
        // Then
        assertThat(results.values().stream().filter(TestResult::passed).map(TestResult::testId))
                .containsExactlyInAnyOrder(BuildTest.ID, "T-001-1");
        assertThat(results.values()).noneMatch(TestResult::flaky);
        assertThat(results.get("T-001-1").text()).isEqualTo("good");
        assertThat(results.get("T-001-2").evidence()).isEqualTo("seen");
        assertThat(results.get("T-001-2").ran()).isTrue();
        assertThat(results.get("T-001-3").ran()).isFalse();
        assertThat(results.get("T-001-5").text()).isEqualTo("missing from the report");
        assertThat(results.get("T-001-6").text()).isEqualTo("told twice in the report");
    }

    @Test
    void shouldNameATestFlakyWhenItPassesTwiceAlone() {
        // When
        TestResult result =
                run(new SmallRunner().test("T-001-1", "good when alone")).get("T-001-1");
        // Then
        assertThat(result.passed()).isTrue();
        assertThat(result.flaky()).isTrue();
        assertThat(result.text()).isEqualTo("good");
        assertThat(result.evidence()).startsWith("failed at first: bad");
    }

    @Test
    void shouldStartASlowProgramAgainBeforeItIsJudged() {
        // Given
        double soon = System.currentTimeMillis() / 1000.0 + 4;
        SmallRunner runner = new SmallRunner().test("T-001-1", "good");
        Map<String, byte[]> tree = runner.tree();
        tree.put("app/__main__.py", ExampleProgram.bytes(SLOW_AT_FIRST.formatted(soon)));
        // When
        TestResult build = new AcceptanceRunner(RealSandbox.get(), AcceptanceSettings.standard())
                .run(tree, runner.manifest(), Set.of())
                .getFirst();
        // Then
        assertThat(build.passed()).as(build.toString()).isTrue();
        assertThat(build.flaky()).isTrue();
        assertThat(build.evidence()).startsWith("failed at first: python3 -m app ended with 3");
    }

    @Test
    void shouldTakeTheBestOfThreeOfATimedTest() {
        // Given
        double soon = System.currentTimeMillis() / 1000.0 + 1.5;
        // When
        Map<String, TestResult> results = run(new SmallRunner()
                .timed("T-001-1", "good from " + soon)
                .timed("T-001-2", "bad")
                .timed("T-001-3", "good when alone"));
        // Then
        assertThat(results.get("T-001-1").passed()).isTrue();
        assertThat(results.get("T-001-1").flaky()).isFalse();
        assertThat(results.get("T-001-2").passed()).isFalse();
        assertThat(results.get("T-001-3").passed()).isTrue();
    }

    @Test
    void shouldNotPassAnythingWhenTheRunnerEndsEarly() {
        // When
        Map<String, TestResult> results =
                run(new SmallRunner().test("T-001-1", "good").test("T-001-2", "ends the run"));
        // Then
        assertThat(results.get("T-001-1").passed()).isFalse();
        assertThat(results.get("T-001-1").text()).startsWith("the run gave no answer (exit 0)");
    }

    @Test
    void shouldAcceptATestOnlyWhenItIsRedOnBothStubs() {
        assertThat(prepare(new SmallRunner().test("T-001-1", "red on stubs only")))
                .isInstanceOf(Preparation.Prepared.class);
        assertThat(prepare(new SmallRunner().test("T-001-1", "good"))).isInstanceOf(Preparation.NotWritten.class);
        assertThat(prepare(new SmallRunner().test("T-001-1", "error")))
                .isInstanceOfSatisfying(
                        Preparation.NotWritten.class,
                        not -> assertThat(not.perTest()).containsEntry("T-001-1", "did not run on stub-404: refused"));
        assertThat(prepare(new SmallRunner().test("T-001-1", "missing"))).isInstanceOf(Preparation.NotWritten.class);
        assertThat(prepare(new SmallRunner().test("T-001-1", "bad").test("T-001-1", "bad")))
                .isInstanceOfSatisfying(
                        Preparation.NotWritten.class,
                        not -> assertThat(not.reason()).isEqualTo("the test id T-001-1 can't be used"));
    }

    @Test
    void shouldRefuseFilesThatDoNotBelongToTheAcceptanceTests() {
        // Given
        AcceptanceSuite suite = new AcceptanceSuite(RealSandbox.get(), AcceptanceSettings.standard());
        SmallRunner runner = new SmallRunner().test("T-001-1", "bad");
        // Then
        assertThat(suite.prepare(runner.tests(), Map.of("app/x.py", "")))
                .isInstanceOfSatisfying(
                        Preparation.NotWritten.class,
                        not -> assertThat(not.reason()).isEqualTo("app/x.py is not under acceptance/"));
        assertThat(suite.prepare(runner.tests(), Map.of("acceptance/../x.py", "")))
                .isInstanceOf(Preparation.NotWritten.class);
        assertThat(suite.prepare(runner.tests(), Map.of("acceptance/x.py", "")))
                .isInstanceOfSatisfying(
                        Preparation.NotWritten.class,
                        not -> assertThat(not.reason()).isEqualTo("there is no acceptance/run"));
    }

    private static Preparation prepare(SmallRunner runner) {
        return new AcceptanceSuite(RealSandbox.get(), AcceptanceSettings.standard())
                .prepare(runner.tests(), runner.files());
    }

    private static Map<String, TestResult> run(SmallRunner runner) {
        var ids = runner.tests().stream().map(test -> test.id()).collect(Collectors.toSet());
        return new AcceptanceRunner(RealSandbox.get(), AcceptanceSettings.standard())
                .run(runner.tree(), runner.manifest(), ids).stream()
                        .collect(Collectors.toMap(TestResult::testId, Function.identity()));
    }
}
