package dev.masterplan.execution.gate;

import dev.masterplan.execution.ExecutionConfig;
import dev.masterplan.execution.acceptance.GateRates;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AtomStatus;
import dev.masterplan.execution.confidence.ReviewPolicy;
import dev.masterplan.execution.gate.GateFacts.Judgement;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Transition.Scored;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.WaveCompleted;
import dev.masterplan.messaging.event.WaveCompleted.AtomResult;
import dev.masterplan.messaging.event.WaveCompleted.ReviewNeed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The end of a wave's round as events and updates tell it. */
final class WaveReport {

    private static final int DIAGNOSTICS = 5;

    private final RunMemory memory;
    private final RunEvents events;
    private final ReviewPolicy policy;
    private final Instant now;

    WaveReport(RunMemory memory, RunEvents events, ExecutionConfig config, Instant now) {
        this.memory = memory;
        this.events = events;
        this.policy = new ReviewPolicy(
                config.confidence().review(), config.confidence().urgent());
        this.now = now;
    }

    WaveCompleted waveCompleted(int wave, int round, List<Scored> scores, long durationMs) {
        RunRef run = memory.ref();
        List<Atom> atoms = memory.plan().atomsOfWave(wave);
        return new WaveCompleted(
                run.id(),
                run.masterplanId(),
                run.sessionId(),
                run.traceId(),
                wave,
                memory.plan().totalWaves(),
                round,
                count(atoms, AtomState.COMPLETED),
                count(atoms, AtomState.FAILED),
                count(atoms, AtomState.BLOCKED),
                count(atoms, AtomState.SKIPPED),
                retries(atoms),
                durationMs,
                cost(atoms),
                RunEvents.rehearsal(memory),
                now,
                atoms.stream().map(a -> result(a, scores)).toList());
    }

    LiveUpdate waveComplete(int wave, int round, List<Scored> scores, long durationMs) {
        List<Atom> atoms = memory.plan().atomsOfWave(wave);
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("completed", count(atoms, AtomState.COMPLETED));
        stats.put("failed", count(atoms, AtomState.FAILED));
        stats.put("blocked", count(atoms, AtomState.BLOCKED));
        stats.put("skipped", count(atoms, AtomState.SKIPPED));
        stats.put("retries", retries(atoms));
        stats.put("duration_ms", durationMs);
        stats.put("cost_usd", cost(atoms));
        stats.put(
                "confidence_mean",
                scores.stream().mapToDouble(Scored::confidence).average().orElse(0));
        return events.updates().of("wave_execution_complete", numbered(wave, round, Map.of("stats", stats)));
    }

    LiveUpdate gateResult(int wave, int round, Judgement judgement) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("gate_passed", judgement.verdict() == Verdict.OPEN || judgement.verdict() == Verdict.NOT_APPLICABLE);
        data.put("must_rate", judgement.counts().mustRate());
        data.put("should_rate", judgement.counts().shouldRate());
        data.put("must_total", judgement.counts().mustTotal());
        data.put("must_passed", judgement.counts().mustPassed());
        data.put("should_total", judgement.counts().shouldTotal());
        data.put("should_passed", judgement.counts().shouldPassed());
        data.put("verdict", judgement.verdict().name());
        data.put("failed", judgement.failedRequirements());
        return events.updates().of("gate_validation_result", numbered(wave, round, data));
    }

    GateResult gateEvent(int wave, int round, Judgement judgement) {
        RunRef run = memory.ref();
        GateRates counts = judgement.counts();
        return new GateResult(
                run.id(),
                run.masterplanId(),
                run.sessionId(),
                run.traceId(),
                wave,
                round,
                judgement.verdict(),
                judgement.why(),
                counts.mustRate(),
                counts.shouldRate(),
                counts.mustTotal(),
                counts.mustPassed(),
                counts.shouldTotal(),
                counts.shouldPassed(),
                judgement.failedRequirements(),
                memory.gates().proved(wave) ? judgement.failedMust() : List.of(),
                judgement.certificateHash(),
                RunEvents.rehearsal(memory),
                now);
    }

    private Map<String, Object> numbered(int wave, int round, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("wave_id", memory.plan().waveId(memory.ref().id(), wave));
        data.put("wave_number", wave);
        data.put("round", round);
        data.putAll(more);
        return data;
    }

    private AtomResult result(Atom atom, List<Scored> scores) {
        AtomStatus status = memory.atom(atom);
        Scored scored = scores.stream()
                .filter(s -> s.atomNo() == atom.number())
                .findFirst()
                .orElse(null);
        FileVersion file = atom.check() ? null : memory.file(atom.file());
        boolean failed = status.state() == AtomState.FAILED;
        return new AtomResult(
                atom.id(),
                atom.name(),
                atom.taskId(),
                atom.subtaskId(),
                memory.plan().requirementKeys(atom),
                status.state(),
                status.retries(),
                scored == null ? 0 : scored.confidence(),
                scored == null ? null : scored.parts(),
                atom.complexity().name(),
                atom.file(),
                file == null ? null : file.sha256(),
                status.diagnostics().stream().limit(DIAGNOSTICS).toList(),
                Arrays.stream(memory.plan().graph().dependants(atom.no()))
                        .mapToObj(no -> memory.plan().atoms().get(no).id())
                        .toList(),
                scored == null && !failed
                        ? ReviewNeed.NONE
                        : policy.need(scored == null ? 0 : scored.confidence(), failed));
    }

    private int count(List<Atom> atoms, AtomState state) {
        return memory.counts(atoms).getOrDefault(state, 0);
    }

    private int retries(List<Atom> atoms) {
        return atoms.stream().mapToInt(a -> memory.atom(a).retries()).sum();
    }

    private BigDecimal cost(List<Atom> atoms) {
        return atoms.stream().map(a -> memory.atom(a).cost()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
