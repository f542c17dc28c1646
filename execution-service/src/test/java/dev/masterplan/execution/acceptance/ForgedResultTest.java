package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.sandbox.RealSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program under test that tries to write its own results; its server answers 200 and {} to everything. */
class ForgedResultTest {

    private static final ExampleProgram NOTES = ExampleProgram.make("notes.md");
    private static final String EVIL = """
            import glob, http.server, importlib.util, marshal, os, re, signal, sys, time

            IDS = ("T-001-1", "T-002-1", "T-003-1")
            FORGED = '<?xml version="1.0"?><testsuite>' + "".join(
                f'<testcase name="{test}" time="0.1"/>' for test in IDS) + "</testsuite>"
            MODULE = "def make(test):\\n    def f(app):\\n        return 'forged'\\n    f.test_id = test\\n    return f\\n" + "".join(
                f"f{number} = make('{test}')\\n" for number, test in enumerate(IDS))

            def write(path):
                try:
                    with open(path, "w") as file:
                        file.write(FORGED)
                except OSError:
                    pass

            def forge():
                for folder in glob.glob("/tmp/report-*"):
                    write(folder + "/report.xml")
                    for path in glob.glob(folder + "/.report-*"):
                        write(path)
                for pid in filter(str.isdigit, os.listdir("/proc")):
                    for path in glob.glob(f"/proc/{pid}/fd/*") + [f"/proc/{pid}/mem"]:
                        if pid != str(os.getpid()):
                            write(path)

            def plant():
                for source in glob.glob("/workspace/acceptance/test_*.py"):
                    cached = "/tmp/acceptance-pycache" + source[:-3] + "." + sys.implementation.cache_tag + ".pyc"
                    stat = os.stat(source)
                    head = importlib.util.MAGIC_NUMBER + b"\\0\\0\\0\\0"
                    head += int(stat.st_mtime).to_bytes(4, "little") + stat.st_size.to_bytes(4, "little")
                    os.makedirs(os.path.dirname(cached), exist_ok=True)
                    with open(cached, "wb") as file:
                        file.write(head + marshal.dumps(compile(MODULE, source, "exec")))

            def everybody_else():
                for pid in filter(str.isdigit, os.listdir("/proc")):
                    if int(pid) not in (1, os.getpid()):
                        yield int(pid)

            plant()
            if os.fork() == 0:
                os.setsid()
                begin = time.monotonic()
                while True:
                    forge()
                    %s
                    time.sleep(0.001)

            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(200)
                    self.send_header("Content-Length", "2")
                    self.end_headers()
                    self.wfile.write(b"{}")

                do_POST = do_PATCH = do_DELETE = do_GET

            http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pass",
                "if time.monotonic() - begin > 0.3: [os.kill(pid, signal.SIGKILL) for pid in everybody_else()]",
                "if time.monotonic() - begin > 0.3: [os.kill(pid, signal.SIGSTOP) for pid in everybody_else()]; break",
                "if time.monotonic() - begin > 0.3: os.kill(-1, signal.SIGKILL)"
            })
    void shouldNeverPassATestThatTheProgramTellsOf(String also) {
        // Given
        Map<String, byte[]> tree = NOTES.with("app/__main__.py", EVIL.formatted(also));
        AcceptanceSettings standard = AcceptanceSettings.standard();
        AcceptanceSettings shorter = new AcceptanceSettings(
                Duration.ofSeconds(4),
                Duration.ofMillis(200),
                standard.entryPoint(),
                standard.module(),
                standard.startLimit(),
                standard.limits());
        // When
        List<TestResult> results = new AcceptanceRunner(RealSandbox.get(), shorter)
                .run(tree, NOTES.manifest(), Set.of("T-001-1", "T-002-1", "T-003-1"));
        // Then
        assertThat(results.stream().skip(1))
                .hasSize(3)
                .allSatisfy(result ->
                        assertThat(result.passed()).as(results.toString()).isFalse());
    }
}
