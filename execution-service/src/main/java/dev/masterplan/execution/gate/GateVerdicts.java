package dev.masterplan.execution.gate;

import dev.masterplan.execution.acceptance.BuildTest;
import dev.masterplan.execution.acceptance.Certificate;
import dev.masterplan.execution.acceptance.Certificate.Tested;
import dev.masterplan.execution.acceptance.DueResult;
import dev.masterplan.execution.acceptance.FailedRequirement;
import dev.masterplan.execution.acceptance.GateRates;
import dev.masterplan.execution.acceptance.GateS;
import dev.masterplan.execution.acceptance.GateThresholds;
import dev.masterplan.execution.acceptance.GateVerdict;
import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.gate.GateFacts.Judgement;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Transition.TestOutcome;
import dev.masterplan.execution.workspace.Sha256;
import dev.masterplan.messaging.event.GateResult.FailedTest;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Hands test results to Gate S and writes down what it said: reasons, failed requirements, certificate. */
final class GateVerdicts {

    private static final int EVIDENCE = 4_000;

    /** Characters of all failed tests together; at six bytes each, as JSON may need, the event stays below its limit. */
    private static final int EVIDENCE_OF_ALL = 100_000;

    private final RunMemory memory;
    private final GateThresholds thresholds;
    private final String sandbox;

    GateVerdicts(RunMemory memory, GateThresholds thresholds, String sandbox) {
        this.memory = memory;
        this.thresholds = thresholds;
        this.sandbox = sandbox;
    }

    /** Which round of which wave is judged, and when. @param treeHash null when it is not the run's own tree */
    record Occasion(int wave, int round, String commit, String treeHash, Instant at) {}

    Judgement judge(Occasion occasion, List<TestSpecification> due, List<TestResult> results) {
        Map<String, TestSpecification> byId = new HashMap<>();
        byId.put(BuildTest.ID, BuildTest.specification());
        due.forEach(t -> byId.put(t.id(), t));
        List<DueResult> dueResults = results.stream()
                .filter(r -> byId.containsKey(r.testId()))
                .map(r -> due(r, byId.get(r.testId())))
                .toList();
        GateVerdict said = GateS.judge(dueResults, thresholds);
        List<FailedRequirement> because = said instanceof GateVerdict.Blocked b ? b.because() : List.of();
        GateRates rates = GateRates.of(dueResults);
        String why = because.isEmpty() ? null : reason(because, results);
        Certificate certificate = certificate(occasion, verdict(said), why, rates, results, byId);
        byte[] json = certificate.json();
        return new Judgement(
                verdict(said),
                why,
                rates,
                because.stream().map(FailedRequirement::requirementKey).toList(),
                failedMust(results, byId),
                outcomes(results),
                json,
                Sha256.hex(json));
    }

    private static DueResult due(TestResult result, TestSpecification test) {
        return new DueResult(test.id(), test.requirementKey(), test.priority(), result.passed());
    }

    private static Verdict verdict(GateVerdict said) {
        return switch (said) {
            case GateVerdict.Open open -> Verdict.OPEN;
            case GateVerdict.Blocked blocked -> Verdict.BLOCKED;
            case GateVerdict.NotApplicable none -> Verdict.NOT_APPLICABLE;
        };
    }

    private static List<TestOutcome> outcomes(List<TestResult> results) {
        return results.stream()
                .filter(r -> !r.testId().equals(BuildTest.ID))
                .map(GateTests::outcome)
                .toList();
    }

    private String reason(List<FailedRequirement> because, List<TestResult> results) {
        return because.stream()
                .limit(5)
                .map(f -> f.requirementKey() + " \"" + sentence(f.requirementKey()) + "\": "
                        + text(results, f.testIds().getFirst()))
                .collect(Collectors.joining("; "));
    }

    private static String text(List<TestResult> results, String testId) {
        TestResult result = GateRound.of(results, testId);
        return result == null || result.text() == null ? "missing" : result.text();
    }

    private String sentence(String requirementKey) {
        return memory.plan().approved().discovery().requirements().stream()
                .filter(r -> r.key().equals(requirementKey))
                .map(Requirement::sentence)
                .findFirst()
                .orElse(BuildTest.SENTENCE);
    }

    private List<FailedTest> failedMust(List<TestResult> results, Map<String, TestSpecification> byId) {
        List<TestResult> red = results.stream()
                .filter(result -> !result.passed() && byId.containsKey(result.testId()))
                .filter(result -> byId.get(result.testId()).priority() == Priority.MUST)
                .toList();
        int each = Math.min(EVIDENCE, EVIDENCE_OF_ALL / Math.max(1, red.size()));
        return red.stream()
                .map(result -> failed(byId.get(result.testId()), result, each))
                .toList();
    }

    private FailedTest failed(TestSpecification test, TestResult result, int characters) {
        String evidence = result.text() + "\n" + result.evidence();
        return new FailedTest(
                test.id(),
                test.requirementId(),
                test.requirementKey(),
                sentence(test.requirementKey()),
                evidence.substring(0, Math.min(characters, evidence.length())));
    }

    private Certificate certificate(
            Occasion occasion,
            Verdict verdict,
            String why,
            GateRates rates,
            List<TestResult> results,
            Map<String, TestSpecification> byId) {
        var approved = memory.plan().approved();
        RunRef run = memory.ref();
        return new Certificate(
                Certificate.FORMAT,
                run.id(),
                run.masterplanId(),
                approved.name(),
                run.traceId(),
                occasion.wave(),
                occasion.round(),
                verdict,
                why,
                occasion.at(),
                occasion.commit(),
                occasion.treeHash(),
                memory.manifest().hash(),
                sandbox,
                approved.engine().label(),
                RunEvents.rehearsal(memory),
                rates,
                tested(results, byId),
                memory.corrections(),
                List.of(),
                approved.deferrals(),
                notCovered());
    }

    private List<Tested> tested(List<TestResult> results, Map<String, TestSpecification> byId) {
        return results.stream()
                .filter(r -> byId.containsKey(r.testId()))
                .map(r -> {
                    TestSpecification test = byId.get(r.testId());
                    return Tested.of(r, test.requirementKey(), sentence(test.requirementKey()), test.priority());
                })
                .toList();
    }

    private List<String> notCovered() {
        return memory.plan().approved().discovery().requirements().stream()
                .filter(r -> r.coverage().state() == Requirement.Coverage.State.NOT_COVERED)
                .map(Requirement::key)
                .toList();
    }
}
