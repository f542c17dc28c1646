package dev.masterplan.execution.run;

import dev.masterplan.execution.acceptance.BuildTest;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.gate.GateRound;
import dev.masterplan.execution.memory.Judgements.Judged;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunPlan;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.wave.RepairRound;
import dev.masterplan.execution.wave.WaveOutcome;
import dev.masterplan.execution.wave.WaveWork;
import dev.masterplan.execution.workspace.TreeHash;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.plan.Priority;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** One step of a RUNNING run: the open atoms of the first wave that its gate has not let pass, then its gate. */
final class RunAdvance {

    private final RunEngine engine;
    private final RunMemory memory;
    private final RunPlan plan;
    private final RunEvents events;
    private final BooleanSupplier asked;
    private final long startedAt = System.nanoTime();

    /** @param asked somebody wants something: start no further atom */
    RunAdvance(RunEngine engine, RunMemory memory, BooleanSupplier asked) {
        this.engine = engine;
        this.memory = memory;
        this.plan = memory.plan();
        this.events = new RunEvents(memory, engine.clock());
        this.asked = asked;
    }

    DriverStep advance() {
        int wave = 1;
        while (wave <= plan.totalWaves() && passed(wave)) {
            wave++;
        }
        if (wave > plan.totalWaves()) {
            return judgedAsItIs() ? complete() : judge(plan.totalWaves());
        }
        List<Atom> open = openUpTo(wave);
        if (repairs(wave)) {
            return follow(wave, new RepairRound(engine, memory, events, asked).repair(wave, open));
        }
        return open.isEmpty() ? judge(wave) : execute(wave, open);
    }

    /** A file or a test that a person changed after the last gate is judged before the run may be called completed. */
    private boolean judgedAsItIs() {
        Judged last = memory.gates().get(plan.totalWaves());
        return TreeHash.of(memory.tree()).equals(last.treeHash());
    }

    /** Once a wave: after the first gate that has run its tests, whatever rounds there were before. */
    private boolean repairs(int wave) {
        Judged last = memory.gates().get(wave);
        return last != null && last.verdict() == Verdict.BLOCKED && !last.again();
    }

    private boolean passed(int wave) {
        Judged judged = memory.gates().get(wave);
        return judged != null
                && switch (judged.verdict()) {
                    case OPEN, NOT_APPLICABLE -> openUpTo(wave).isEmpty();
                    case NOT_PROVED ->
                        plan.approved().withoutTests() && openUpTo(wave).isEmpty();
                    case BLOCKED, NOT_RUN -> false;
                };
    }

    private List<Atom> openUpTo(int wave) {
        return plan.atoms().stream().filter(a -> a.wave() <= wave && !ended(a)).toList();
    }

    private boolean ended(Atom atom) {
        return switch (memory.atom(atom).state()) {
            case COMPLETED, FAILED, BLOCKED, SKIPPED -> true;
            case PENDING, READY, RUNNING, VALIDATING -> false;
        };
    }

    private DriverStep execute(int wave, List<Atom> open) {
        Reply started = engine.journal()
                .submit(new Transition.WaveStarted(memory.ref(), wave, Says.live(events.waveStart(wave))));
        if (!(started instanceof Reply.Done)) {
            return DriverStep.ABANDON;
        }
        memory.wave(wave);
        engine.costWatch().look(memory, events, estimate(open.size()));
        return follow(wave, new WaveWork(engine, memory, events, asked).run(wave, open, List.of()));
    }

    private DriverStep follow(int wave, WaveOutcome outcome) {
        return switch (outcome) {
            case WaveOutcome.Ended ended -> ended.failed() ? spreadAndJudge(wave) : judge(wave);
            case WaveOutcome.Interrupted interrupted -> DriverStep.AGAIN;
            case WaveOutcome.Parked parked -> block(BlockedBy.of(parked.by()), parked.text());
            case WaveOutcome.Abandoned abandoned -> DriverStep.ABANDON;
        };
    }

    /** What that many atoms will cost when they cost what the others did. */
    private BigDecimal estimate(int atoms) {
        int done = memory.count(AtomState.COMPLETED);
        return done == 0
                ? BigDecimal.ZERO
                : memory.spent()
                        .multiply(BigDecimal.valueOf(atoms))
                        .divide(BigDecimal.valueOf(done), 6, RoundingMode.UP);
    }

    /** Whoever rests on a failed atom is BLOCKED, in this wave and all later ones. */
    private DriverStep spreadAndJudge(int wave) {
        BitSet blocked = new BitSet();
        plan.atoms().stream()
                .filter(a -> memory.atom(a).state() == AtomState.FAILED)
                .forEach(a -> blocked.or(plan.graph().downstream(a.no())));
        for (Atom atom : plan.atoms()) {
            if (blocked.get(atom.no()) && memory.atom(atom).state() == AtomState.PENDING) {
                String reason = "rests on an atom that failed";
                var change = new Transition.AtomChanged(
                        memory.ref(),
                        atom,
                        Set.of(AtomState.PENDING, AtomState.READY),
                        AtomState.BLOCKED,
                        reason,
                        false,
                        events.becomes(atom, AtomState.BLOCKED));
                if (engine.journal().submit(change) instanceof Reply.LeaseLost) {
                    return DriverStep.ABANDON;
                }
                memory.set(atom, memory.atom(atom).to(AtomState.BLOCKED, reason));
            }
        }
        return judge(wave);
    }

    private DriverStep judge(int wave) {
        if (!engine.lease().holds(memory.ref().owner())) {
            return DriverStep.ABANDON;
        }
        GateRound.Result result = new GateRound(engine, memory, events, startedAt)
                .judge(wave, memory.gates().round(wave) + 1);
        return switch (result) {
            case GateRound.Passed passed -> DriverStep.AGAIN;
            case GateRound.Repairable repairable -> DriverStep.AGAIN;
            case GateRound.Stopped stopped -> block(stopped.by(), stopped.detail());
            case GateRound.Abandoned abandoned -> DriverStep.ABANDON;
        };
    }

    private DriverStep block(BlockedBy by, String detail) {
        if (by == BlockedBy.BUDGET) {
            LiveUpdate reached = events.updates().of("cost_limit_reached", Map.of("text", detail));
            engine.journal().submit(new Transition.Told(memory.ref(), Says.live(reached)));
        }
        return change(RunState.BLOCKED, by.reason(detail), by.cure());
    }

    private DriverStep complete() {
        engine.costWatch().look(memory, events, BigDecimal.ZERO);
        List<String> gaps = gaps();
        DriverStep next = gaps.isEmpty()
                ? change(RunState.COMPLETED, null, null)
                : change(RunState.COMPLETED_WITH_GAPS, String.join("; ", gaps), cureOfGaps());
        if (next == DriverStep.AGAIN) {
            engine.metrics().runEnded(memory);
        }
        return next;
    }

    private List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (plan.approved().withoutTests()) {
            gaps.add("acceptance tests did not run, not proved: " + String.join(", ", unproved()));
        }
        plan.approved().deferrals().stream()
                .filter(d -> plan.approved()
                        .discovery()
                        .requirement(d.requirementId())
                        .map(r -> r.priority() == Priority.MUST)
                        .orElse(true))
                .forEach(d -> gaps.add(d.requirementKey() + " is deferred"));
        plan.atoms().stream()
                .filter(a -> !a.check() && memory.atom(a).state() == AtomState.SKIPPED)
                .forEach(a -> gaps.add(a.name() + " was skipped"));
        return gaps;
    }

    /** The keys of all that would have been tested. */
    private Set<String> unproved() {
        Set<String> keys = new TreeSet<>(Set.of(BuildTest.REQUIREMENT));
        plan.tests().forEach(t -> keys.add(t.requirementKey()));
        return keys;
    }

    /** What no gate has judged has no certificate either. */
    private String cureOfGaps() {
        return plan.approved().withoutTests()
                ? "install a sandbox and approve the plan again, with tests"
                : "see the certificate";
    }

    private DriverStep change(RunState to, String reason, String cure) {
        Says says = events.changed(RunState.RUNNING, to, reason, cure);
        var changed = new Transition.RunChanged(memory.ref(), Set.of(RunState.RUNNING), to, reason, cure, says);
        return engine.journal().submit(changed) instanceof Reply.LeaseLost ? DriverStep.ABANDON : DriverStep.AGAIN;
    }
}
