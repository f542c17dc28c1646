package dev.masterplan.execution.gate;

import dev.masterplan.execution.acceptance.GateRates;
import dev.masterplan.execution.acceptance.GateThresholds;
import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.gate.GateFacts.Judgement;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunPlan;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.TestOutcome;
import dev.masterplan.execution.workspace.TreeHash;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.plan.TestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the due tests of a wave in one sandbox run and hands the results to Gate S. */
final class GateTests {

    private final RunEngine engine;
    private final RunMemory memory;
    private final RunPlan plan;
    private final RunEvents events;

    GateTests(RunEngine engine, RunMemory memory, RunEvents events) {
        this.engine = engine;
        this.memory = memory;
        this.plan = memory.plan();
        this.events = events;
    }

    Judgement judge(int wave, int round, String commit) {
        if (plan.approved().withoutTests()) {
            return notProved("a person chose to go on without acceptance tests");
        }
        if (!engine.tools().sandbox().available()) {
            return notProved(engine.tools().sandbox().version());
        }
        List<TestSpecification> due = GateRound.due(plan, wave);
        tell(due.stream()
                .map(t -> events.updates().of("acceptance_test_start", named(t, wave)))
                .toList());
        Set<String> ids = due.stream().map(TestSpecification::id).collect(Collectors.toSet());
        List<TestResult> results = engine.tools().runner().run(memory.contents(), memory.manifest(), ids);
        tellResults(wave, due, results);
        var verdicts = new GateVerdicts(memory, thresholds(), sandbox());
        String treeHash = TreeHash.of(memory.tree());
        var occasion = new GateVerdicts.Occasion(
                wave, round, commit, treeHash, engine.clock().instant());
        Judgement judgement = verdicts.judge(occasion, due, results);
        judgement.outcomes().forEach(o -> memory.tests().put(o.testId(), o));
        return judgement;
    }

    private GateThresholds thresholds() {
        return new GateThresholds(1, engine.config().gate().shouldRate());
    }

    private String sandbox() {
        return engine.tools().sandbox().name() + " " + engine.tools().sandbox().version();
    }

    private static Judgement notProved(String why) {
        return new Judgement(
                Verdict.NOT_PROVED, why, new GateRates(0, 0, 0, 0), List.of(), List.of(), List.of(), null, null);
    }

    static TestOutcome outcome(TestResult result) {
        String state = result.flaky() ? TestOutcome.FLAKY : result.passed() ? TestOutcome.PASSED : TestOutcome.FAILED;
        String evidence = result.evidence() == null ? "" : result.evidence();
        return new TestOutcome(
                result.testId(), state, result.text(), evidence.getBytes(StandardCharsets.UTF_8), result.durationMs());
    }

    private void tellResults(int wave, List<TestSpecification> due, List<TestResult> results) {
        List<LiveUpdate> updates = due.stream()
                .filter(t -> GateRound.of(results, t.id()) != null)
                .map(t -> {
                    TestResult result = GateRound.of(results, t.id());
                    Map<String, Object> data = named(t, wave);
                    data.put("passed", result.passed());
                    data.put("flaky", result.flaky());
                    data.put("text", result.text());
                    data.put("duration_ms", result.durationMs());
                    return events.updates().of("acceptance_test_result", data);
                })
                .toList();
        tell(updates);
    }

    private Map<String, Object> named(TestSpecification test, int wave) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("test_id", test.id());
        data.put("requirement_id", test.requirementId());
        data.put("requirement_key", test.requirementKey());
        data.put("sentence", plan.requirement(test.requirementId()).sentence());
        data.put("priority", test.priority().name());
        data.put("wave_id", plan.waveId(memory.ref().id(), wave));
        data.put("wave_number", wave);
        return data;
    }

    private void tell(List<LiveUpdate> updates) {
        engine.journal().submit(new Transition.Told(memory.ref(), new Says(updates, List.of())));
    }
}
