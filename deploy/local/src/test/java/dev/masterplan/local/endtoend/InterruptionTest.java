package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.local.endtoend.RunningProduct.Ended;
import dev.masterplan.local.stack.DataFolder;
import dev.masterplan.local.stack.Instance;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * One data folder over three starts: a run that a person interrupts, one that a crash takes, and a service that dies; all
 * of it with nobody where the spans are sent to.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class InterruptionTest {

    private static final Pattern RESUME_LINE =
            Pattern.compile("Paused\\. Go on with: \\./masterplan resume (\\S+) --out");
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final String NO_COLLECTOR = "http://127.0.0.1:1";
    private static final Map<String, String> ENVIRONMENT = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", NO_COLLECTOR);

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path temporary;

    @AfterEach
    void endWhatAFailureLeft() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void shouldGoOnWithWhatACrashLeftAndWaitWithWhatAPersonPaused() throws IOException {
        // Given
        String paused = interruptInWaveTwo();
        String crashed = crashInWaveTwoOfAnotherRunBeside(paused);

        // When
        try (PseudoTerminal terminal = terminal("resume", paused, "--out", folder("paused"))) {
            terminal.awaitText("(up until Ctrl-C)");

            // Then
            assertThat(terminal.shown()).contains("Completed in", "/runs/" + paused + "#token=");
            RunningProduct product = product();
            await().atMost(PATIENCE).until(() -> state(product, crashed), "COMPLETED"::equals);
            Ended exported = product.masterplan("export", crashed, "--out", folder("crashed"));
            assertThat(exported.status()).as(exported.output()).isZero();
            assertThat(tree("crashed")).isEqualTo(tree("paused"));
            shouldStopEverythingWhenAServiceDiesForTheFourthTime(terminal);
        }
    }

    private String interruptInWaveTwo() {
        try (PseudoTerminal terminal = terminal("build", BuiltNotes.BRIEF, "--out", folder("paused"))) {
            terminal.awaitText("approve?").type("y\n").awaitText("Wave  2/").type(PseudoTerminal.CTRL_C);
            Ended ended = terminal.awaitEnd();
            assertThat(ended.status()).as(ended.output()).isEqualTo(130);
            assertThat(ended.output())
                    .contains("no collector answers at " + NO_COLLECTOR + ": spans are dropped, the work goes on");
            Matcher line = RESUME_LINE.matcher(ended.output());
            assertThat(line.find()).as(ended.output()).isTrue();
            assertThat(instance()).isEmpty();
            return line.group(1);
        }
    }

    private String crashInWaveTwoOfAnotherRunBeside(String paused) throws IOException {
        Process up = start("up.log", "up");
        await().atMost(PATIENCE)
                .until(() -> Files.readString(temporary.resolve("up.log")).contains("board "));
        RunningProduct product = product();
        Process build = start("build.log", "build", BuiltNotes.BRIEF, "--out", folder("lost"), "--yes");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(waveOf(product, another(product, paused)))
                        .as(() -> said("build.log"))
                        .isGreaterThanOrEqualTo(2));
        String run = another(product, paused);
        assertThat(state(product, paused)).isEqualTo("PAUSED");
        kill(up.toHandle());
        product.instance().services().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .forEach(InterruptionTest::kill);
        kill(build.toHandle());
        assertThat(temporary.resolve("build.log")).content().contains("Using the instance that runs on " + data());
        return run;
    }

    private void shouldStopEverythingWhenAServiceDiesForTheFourthTime(PseudoTerminal terminal) {
        List<Long> before = instance().orElseThrow().services();
        for (int restart = 1; restart <= 3; restart++) {
            long pid = oneService();
            kill(ProcessHandle.of(pid).orElseThrow());
            await().atMost(PATIENCE).until(() -> oneService() != pid);
        }
        kill(ProcessHandle.of(oneService()).orElseThrow());

        Ended ended = terminal.awaitEnd();
        assertThat(ended.status()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output())
                .contains("died (status 137) and is started again")
                .containsPattern(
                        "died four times within a minute, so everything stops; its last lines \\(.*\\):\\s+\\S");
        assertThat(instance()).isEmpty();
        assertThat(before)
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    private long oneService() {
        return instance().orElseThrow().services().getFirst();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static int waveOf(RunningProduct product, String run) {
        return run.isEmpty() ? 0 : product.wave(run);
    }

    private static String another(RunningProduct product, String run) {
        return product.runs().stream().filter(id -> !id.equals(run)).findFirst().orElse("");
    }

    private static String state(RunningProduct product, String run) {
        return product.api().get("/executions/" + run).path("state");
    }

    private PseudoTerminal terminal(Object... words) {
        return PseudoTerminal.start(RunningProduct.ROOT, RunningProduct.line(data(), words), ENVIRONMENT);
    }

    private String said(String log) {
        try {
            return Files.readString(temporary.resolve(log));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process start(String log, Object... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(RunningProduct.line(data(), words))
                .directory(RunningProduct.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(temporary.resolve(log).toFile());
        builder.environment().putAll(ENVIRONMENT);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Optional<Instance> instance() {
        return Instance.running(DataFolder.open(data()));
    }

    private RunningProduct product() {
        return new RunningProduct(null, instance().orElseThrow(), data(), null);
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private Path folder(String name) {
        return temporary.resolve(name);
    }

    private String tree(String name) {
        return RunningProduct.git(folder(name), "rev-parse", "HEAD^{tree}");
    }
}
