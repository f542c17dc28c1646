package dev.masterplan.blueprint.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code acceptance/run} does when program or test misbehave: it ends, and says so in its report. */
class RunnerTest {

    private static final String SERVER = """
            import http.server, os, signal, sys, time
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    %s
                    self.send_response(200)
                    self.end_headers()
                    self.wfile.write(b'{"status": "ok"}')
                def log_message(self, *words):
                    pass
            %s
            http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
            """;

    /** Of a test with its program; a program that gives no answer need not be waited for that long here. */
    private static final String PATIENCE = "ANSWER_SECONDS = 5";

    private static final String HEALTH = """
            from support import case, expect, field

            @case("T-001-1")
            def is_healthy(app):
                body = expect(app.get("/other"), 200)
                app.later(days=1)
                return "status " + field(expect(app.get("/other"), 200), "status") + " \\x07 <&]]> ü"
            """;

    @TempDir
    Path folder;

    private AcceptanceRun run(String program, String test, String... options) throws Exception {
        Path root = Files.createDirectories(folder.resolve("tree"));
        Map<String, String> files =
                new LinkedHashMap<>(Generated.ofExample("notes").files());
        files.keySet().removeIf(path -> path.startsWith("acceptance/test_") || path.startsWith("app/"));
        files.put("acceptance/test_r001_example.py", test);
        files.put("app/__main__.py", program);
        assertThat(files.get("acceptance/support.py")).contains(PATIENCE);
        files.computeIfPresent("acceptance/support.py", (path, code) -> code.replace(PATIENCE, "ANSWER_SECONDS = 1"));
        AcceptanceRun.lay(root, files);
        return AcceptanceRun.of(root, options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pass | pass",
                "print('x' * 100_000) | print('y' * 1_000_000)",
                "pass | signal.signal(signal.SIGTERM, signal.SIG_IGN)"
            })
    void shouldPassWhenTheProgramIsNoisyOrStubborn(String onRequest, String onStart) throws Exception {
        // When
        AcceptanceRun run = run(SERVER.formatted(onRequest, onStart), HEALTH);

        // Then
        assertThat(run.outcomes().get("T-001-1"))
                .as(run.output())
                .isEqualTo(new AcceptanceRun.Outcome("passed", "status ok ? <&]]> ü"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pass | sys.exit('no start today') | no start today",
                "os._exit(3) if 'other' in self.path else None | pass | RemoteDisconnected",
                "time.sleep(60) if 'other' in self.path else None | pass | TimeoutError"
            })
    void shouldSayNotRunWhenTheProgramGivesNoAnswer(String onRequest, String onStart, String reason) throws Exception {
        // When
        AcceptanceRun run = run(SERVER.formatted(onRequest, onStart), HEALTH);

        // Then
        AcceptanceRun.Outcome outcome = run.outcomes().get("T-001-1");
        assertThat(outcome.kind()).as(run.output()).isEqualTo("not-run");
        assertThat(outcome.text()).contains(reason).hasSizeLessThanOrEqualTo(4000);
        assertThat(run.exit()).isOne();
    }

    /** Each breaks in another way; the others of the run go on. */
    private static final Map<String, AcceptanceRun.Outcome> BREAKING = breaking();

    private static Map<String, AcceptanceRun.Outcome> breaking() {
        Map<String, AcceptanceRun.Outcome> breaking = new LinkedHashMap<>();
        breaking.put("assert False, 'seen: ' + 'x' * 9000", new AcceptanceRun.Outcome("assertion", "seen: xxx"));
        breaking.put("field({}, 'title')", new AcceptanceRun.Outcome("assertion", "no field 'title'"));
        breaking.put("{}['title']", new AcceptanceRun.Outcome("not-run", "KeyError"));
        breaking.put("import no_such_module", new AcceptanceRun.Outcome("not-run", "ModuleNotFoundError"));
        breaking.put("import os; os._exit(0)", new AcceptanceRun.Outcome("not-run", "the worker died"));
        breaking.put("raise SystemExit(0)", new AcceptanceRun.Outcome("not-run", "SystemExit"));
        return breaking;
    }

    @Test
    void shouldTellAnAssertionFromATestThatDidNotRun() throws Exception {
        // Given
        StringBuilder tests = new StringBuilder("from support import case, field\n");
        BREAKING.keySet()
                .forEach(statement -> tests.append("""

                @case("T-001-%d")
                def breaks_%d(app):
                    %s
                    return "passed"
                """.formatted(number(statement), number(statement), statement)));

        // When
        AcceptanceRun run = run(SERVER.formatted("pass", "pass"), tests.toString());

        // Then
        assertThat(BREAKING).allSatisfy((statement, expected) -> {
            AcceptanceRun.Outcome outcome = run.outcomes().get("T-001-" + number(statement));
            assertThat(outcome.kind()).as(run.output()).isEqualTo(expected.kind());
            assertThat(outcome.text()).contains(expected.text()).hasSizeLessThanOrEqualTo(4000);
        });
    }

    private static int number(String statement) {
        return List.copyOf(BREAKING.keySet()).indexOf(statement) + 1;
    }

    @Test
    void shouldReportAnIdThatNoFileHas() throws Exception {
        // When
        AcceptanceRun run = run(SERVER.formatted("pass", "pass"), HEALTH, "--only", "T-001-1,T-009-9");

        // Then
        assertThat(run.outcomes().get("T-001-1").kind()).isEqualTo("passed");
        assertThat(run.outcomes().get("T-009-9").kind()).isEqualTo("not-run");
    }

    @Test
    void shouldReportEveryTestOfAFileThatDoesNotParse() throws Exception {
        // When
        AcceptanceRun run = run(SERVER.formatted("pass", "pass"), HEALTH + "\n@case(\"T-001-2\")\ndef broken(:\n");

        // Then
        assertThat(run.outcomes())
                .hasSize(2)
                .allSatisfy((id, outcome) -> assertThat(outcome.kind()).isEqualTo("not-run"));
    }

    @Test
    void shouldListTheIdsWithoutRunningThem() throws Exception {
        // When
        AcceptanceRun run = run("raise SystemExit", HEALTH, "--list");

        // Then
        assertThat(run.output().strip()).isEqualTo("T-001-1");
        assertThat(run.exit()).isZero();
    }
}
