package dev.masterplan.execution.gate;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AtomStatus;
import dev.masterplan.execution.confidence.ConfidenceScorer;
import dev.masterplan.execution.confidence.ConfidenceScorer.Check;
import dev.masterplan.execution.gate.GateFacts.Judgement;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Transition.Scored;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.WaveCompleted.ConfidenceParts;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;

/** Confidence of a wave's completed atoms; what a person decided is not scored again. */
final class WaveScores {

    private final RunMemory memory;

    WaveScores(RunMemory memory) {
        this.memory = memory;
    }

    List<Scored> scores(int wave, Judgement judgement) {
        return memory.plan().atomsOfWave(wave).stream()
                .filter(a -> !a.check() && memory.atom(a).state() == AtomState.COMPLETED)
                .filter(a -> !memory.atom(a).byPerson())
                .map(a -> scored(a, parts(a, wave, judgement)))
                .toList();
    }

    private static Scored scored(Atom atom, ConfidenceParts parts) {
        return new Scored(atom.number(), ConfidenceScorer.score(parts), parts);
    }

    private ConfidenceParts parts(Atom atom, int wave, Judgement judgement) {
        AtomStatus status = memory.atom(atom);
        List<Check> checks = status.validators().stream()
                .filter(v -> v.weight() > 0)
                .map(v -> new Check(v.weight(), v.ran(), v.passed()))
                .toList();
        return new ConfidenceParts(
                ConfidenceScorer.validation(checks),
                ConfidenceScorer.retries(status.retries()),
                ConfidenceScorer.complexity(status.cyclomatic()),
                integration(atom, wave, judgement));
    }

    private double integration(Atom atom, int wave, Judgement judgement) {
        if (judgement.verdict() == Verdict.NOT_RUN) {
            return ConfidenceScorer.integration(0, 0);
        }
        List<String> bound = GateRound.due(memory.plan(), wave).stream()
                .filter(t -> atom.requirementIds().contains(t.requirementId()))
                .map(TestSpecification::id)
                .toList();
        long passed = judgement.outcomes().stream()
                .filter(o -> bound.contains(o.testId()) && o.green())
                .count();
        return ConfidenceScorer.integration((int) passed, bound.size());
    }
}
