package dev.masterplan.execution.acceptance;

import dev.masterplan.execution.sandbox.Sandbox;
import dev.masterplan.execution.sandbox.SandboxFolder;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.plan.PathGuard;
import dev.masterplan.messaging.plan.TestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Proves that fresh acceptance tests can fail: each has to be red, by an assertion, on a program that answers 404 and
 * on one that answers 200 to everything.
 */
public final class AcceptanceSuite {

    static final String FOLDER = "acceptance/";
    private static final List<String> STUBS = List.of("stub-404", "stub-200");

    private final Sandbox sandbox;
    private final GateRun gateRun;

    public AcceptanceSuite(Sandbox sandbox, AcceptanceSettings settings) {
        this.sandbox = sandbox;
        this.gateRun = new GateRun(sandbox, settings);
    }

    /**
     * Blocks for the two runs on the stubs.
     *
     * @param testFiles path under {@code acceptance/} → content, the runner among them
     * @throws dev.masterplan.execution.sandbox.SandboxMissingException without a sandbox
     */
    public Preparation prepare(Collection<TestSpecification> specifications, Map<String, String> testFiles) {
        Map<String, byte[]> files = new TreeMap<>();
        testFiles.forEach((path, content) -> files.put(path, content.getBytes(StandardCharsets.UTF_8)));
        List<String> problems = problems(specifications, files);
        if (!problems.isEmpty()) {
            return new Preparation.NotWritten(problems.getFirst(), Map.of());
        }
        Manifest manifest = Manifest.of(specifications, files);
        Map<String, String> notRed = specifications.isEmpty() ? Map.of() : notRed(manifest, files);
        if (notRed.isEmpty()) {
            return new Preparation.Prepared(manifest);
        }
        String first = notRed.entrySet().iterator().next().toString();
        return new Preparation.NotWritten(
                notRed.size() + " of " + manifest.tests().size() + " tests are not red on both stubs: " + first,
                notRed);
    }

    private static List<String> problems(Collection<TestSpecification> specifications, Map<String, byte[]> files) {
        List<String> problems = new ArrayList<>();
        for (String path : files.keySet()) {
            PathGuard.problem(path).ifPresent(why -> problems.add(path + ": " + why));
            if (!path.startsWith(FOLDER)) {
                problems.add(path + " is not under " + FOLDER);
            }
        }
        if (!files.containsKey(FileVersion.RUNNER)) {
            problems.add("there is no " + FileVersion.RUNNER);
        }
        Set<String> ids = new HashSet<>();
        specifications.stream()
                .map(TestSpecification::id)
                .filter(id -> !ids.add(id) || id.contains(",") || id.equals(BuildTest.ID))
                .forEach(id -> problems.add("the test id " + id + " can't be used"));
        return problems;
    }

    /** Test id → why it proves nothing. */
    private Map<String, String> notRed(Manifest manifest, Map<String, byte[]> files) {
        List<String> ids =
                manifest.tests().stream().map(Manifest.Listed::testId).toList();
        try (SandboxFolder folder = sandbox.folder();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            folder.write(files);
            Map<String, Future<GateRun.Answer>> runs = new TreeMap<>();
            STUBS.forEach(stub -> runs.put(
                    stub, threads.submit(() -> gateRun.run(folder, new GateRun.Request(stub, ids, false, false)))));
            Map<String, String> notRed = new TreeMap<>();
            for (String stub : STUBS) {
                GateRun.Answer answer = answer(runs.get(stub));
                ids.forEach(id ->
                        why(stub, AcceptanceRunner.result(id, answer)).ifPresent(why -> notRed.putIfAbsent(id, why)));
            }
            return notRed;
        }
    }

    private static Optional<String> why(String stub, TestResult result) {
        if (result.passed()) {
            return Optional.of("passes on " + stub);
        }
        return result.ran() ? Optional.empty() : Optional.of("did not run on " + stub + ": " + result.text());
    }

    private static GateRun.Answer answer(Future<GateRun.Answer> run) {
        try {
            return run.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
