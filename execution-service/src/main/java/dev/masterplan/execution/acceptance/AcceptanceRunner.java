package dev.masterplan.execution.acceptance;

import dev.masterplan.execution.sandbox.Sandbox;
import dev.masterplan.execution.sandbox.SandboxFolder;
import dev.masterplan.execution.workspace.TreeFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs due tests on a snapshot of the tree: all in one sandboxed run, what failed twice more alone, timed ones alone,
 * best of three. A listed test that the report does not tell of has failed.
 */
public final class AcceptanceRunner {

    private static final String PROGRAM = "program";
    private static final int REPEATS = 2;
    private static final int TIMED_RUNS = 3;

    private final Sandbox sandbox;
    private final GateRun gateRun;

    public AcceptanceRunner(Sandbox sandbox, AcceptanceSettings settings) {
        this.sandbox = sandbox;
        this.gateRun = new GateRun(sandbox, settings);
    }

    /** The files of that folder, without {@code .git} and {@code .masterplan}. */
    public List<TestResult> run(Path tree, Manifest manifest, Set<String> testIds) {
        return run(TreeFiles.read(tree), manifest, testIds);
    }

    /**
     * R-000 first, then the tests in the manifest's order; blocks until all have ended.
     *
     * @param testIds of the manifest; R-000 runs always
     * @throws dev.masterplan.execution.sandbox.SandboxMissingException without a sandbox
     */
    public List<TestResult> run(Map<String, byte[]> tree, Manifest manifest, Set<String> testIds) {
        List<String> different = manifest.differences(tree);
        try (SandboxFolder folder = sandbox.folder()) {
            folder.write(tree);
            if (!different.isEmpty()) {
                String why = "the acceptance files are not the manifest's: " + different.getFirst();
                return notRun(build(folder), manifest, testIds, why);
            }
            return run(folder, manifest, testIds);
        }
    }

    private List<TestResult> run(SandboxFolder folder, Manifest manifest, Set<String> testIds) {
        List<String> parallel = ids(manifest, testIds, false);
        List<String> timed = ids(manifest, testIds, true);
        GateRun.Answer first = gateRun.run(folder, new GateRun.Request(PROGRAM, parallel, false, true));
        Map<String, TestResult> results = new LinkedHashMap<>();
        TestResult build = first.build().passed() ? first.build() : buildAgain(folder, first.build());
        results.put(BuildTest.ID, build);
        parallel.forEach(id -> results.put(id, result(id, first)));
        if (build.passed()) {
            repeatFailed(folder, results);
            bestOfThree(folder, timed, results);
        } else {
            timed.forEach(id -> results.put(id, missing(id, "the tree does not build")));
        }
        List<TestResult> ordered = new ArrayList<>(List.of(results.remove(BuildTest.ID)));
        manifest.tests().stream()
                .filter(test -> results.containsKey(test.testId()))
                .forEach(test -> ordered.add(results.get(test.testId())));
        return ordered;
    }

    private TestResult build(SandboxFolder folder) {
        return gateRun.run(folder, new GateRun.Request(PROGRAM, List.of(), false, true))
                .build();
    }

    /** A program may be slow to start on a busy machine; a file that does not compile stays so. */
    private TestResult buildAgain(SandboxFolder folder, TestResult failed) {
        TestResult again = failed;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            again = build(folder);
            if (!again.passed()) {
                return failed;
            }
        }
        return flaky(failed, again);
    }

    /** Both repetitions have to pass; the first failing answer stays the result otherwise. */
    private void repeatFailed(SandboxFolder folder, Map<String, TestResult> results) {
        List<String> failed = results.values().stream()
                .filter(result -> !result.passed())
                .map(TestResult::testId)
                .toList();
        Map<String, TestResult> again = new LinkedHashMap<>();
        for (int repeat = 0; repeat < REPEATS && !failed.isEmpty(); repeat++) {
            GateRun.Answer answer = gateRun.run(folder, new GateRun.Request(PROGRAM, failed, true, false));
            again.clear();
            for (String id : failed) {
                TestResult result = result(id, answer);
                if (result.passed()) {
                    again.put(id, result);
                }
            }
            failed = List.copyOf(again.keySet());
        }
        again.forEach((id, passed) -> results.put(id, flaky(results.get(id), passed)));
    }

    private void bestOfThree(SandboxFolder folder, List<String> timed, Map<String, TestResult> results) {
        List<String> open = timed;
        for (int run = 0; run < TIMED_RUNS && !open.isEmpty(); run++) {
            GateRun.Answer answer = gateRun.run(folder, new GateRun.Request(PROGRAM, open, true, false));
            open.forEach(id -> results.put(id, result(id, answer)));
            open = open.stream().filter(id -> !results.get(id).passed()).toList();
        }
    }

    private static List<String> ids(Manifest manifest, Set<String> testIds, boolean timed) {
        return manifest.tests().stream()
                .filter(test -> test.timed() == timed && testIds.contains(test.testId()))
                .map(Manifest.Listed::testId)
                .toList();
    }

    private static List<TestResult> notRun(
            TestResult build, Manifest manifest, Collection<String> testIds, String why) {
        List<TestResult> results = new ArrayList<>(List.of(build));
        manifest.tests().stream()
                .filter(test -> testIds.contains(test.testId()))
                .forEach(test -> results.add(missing(test.testId(), why)));
        return results;
    }

    static TestResult result(String id, GateRun.Answer answer) {
        JUnitReport.Told told = answer.report().tests().get(id);
        if (told == null) {
            return missing(id, answer.trouble().isEmpty() ? "missing from the report" : answer.trouble());
        }
        return new TestResult(id, told.passed(), false, told.ran(), told.text(), told.evidence(), told.durationMs());
    }

    private static TestResult missing(String id, String why) {
        return new TestResult(id, false, false, false, why, "", 0);
    }

    private static TestResult flaky(TestResult failed, TestResult passed) {
        return new TestResult(
                failed.testId(),
                true,
                true,
                true,
                passed.text(),
                "failed at first: " + failed.text() + "\n" + failed.evidence(),
                passed.durationMs());
    }
}
