package dev.masterplan.execution.wave;

import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.plan.TestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The one repair round after a failing gate: the files of the tasks bound to a failing test, those written last first,
 * each with one new ladder on its last link, until the failing tests are green. Tests are never touched.
 */
public final class RepairRound {

    private static final int MAX_FILES = 8;
    private static final int EVIDENCE_LINES = 30;

    private final RunEngine engine;
    private final RunMemory memory;
    private final RunEvents events;
    private final BooleanSupplier asked;

    public RepairRound(RunEngine engine, RunMemory memory, RunEvents events, BooleanSupplier asked) {
        this.engine = engine;
        this.memory = memory;
        this.events = events;
        this.asked = asked;
    }

    /** @return false: interrupted, look again; true: the round is over and may be judged */
    public boolean repair(int wave) {
        CodeAuthor author = engine.codeAuthor(memory.plan().approved().engine());
        List<TestSpecification> failing = failing();
        if (author.deterministic() || failing.isEmpty()) {
            return true;
        }
        WaveWork work = new WaveWork(engine, memory, events, asked);
        for (Atom atom : candidates(failing)) {
            if (!again(atom)) {
                return false;
            }
            WaveOutcome outcome = work.run(wave, List.of(atom), comment(failing));
            if (!(outcome instanceof WaveOutcome.Ended) || !keepWhatWas(atom)) {
                return false;
            }
            if (green(failing)) {
                return true;
            }
        }
        return true;
    }

    /** What a crash or a command left open in this round: with the same comment, and a file that was good stays. */
    public WaveOutcome goOn(int wave, List<Atom> open) {
        WaveOutcome outcome = new WaveWork(engine, memory, events, asked).run(wave, open, comment(failing()));
        if (!(outcome instanceof WaveOutcome.Ended)) {
            return outcome;
        }
        for (Atom atom : open) {
            if (memory.file(atom.file()) != null && !keepWhatWas(atom)) {
                return new WaveOutcome.Abandoned();
            }
        }
        return new WaveOutcome.Ended(!open.stream().allMatch(memory::settled));
    }

    private List<TestSpecification> failing() {
        return memory.plan().tests().stream()
                .filter(t -> memory.tests().containsKey(t.id())
                        && "FAILED".equals(memory.tests().get(t.id()).state()))
                .toList();
    }

    private List<Atom> candidates(List<TestSpecification> failing) {
        Set<UUID> tasks = new LinkedHashSet<>();
        failing.forEach(t -> tasks.addAll(memory.plan().boundTasks(t)));
        Set<Integer> links = new LinkedHashSet<>();
        memory.plan().atoms().stream()
                .filter(a -> tasks.contains(a.taskId()) && !a.check())
                .map(a -> memory.plan().lastLinkOf(a.file()))
                .filter(a -> memory.atom(a).state() == AtomState.COMPLETED)
                .sorted(nearest(failing))
                .forEach(a -> links.add(a.no()));
        return links.stream().limit(MAX_FILES).map(memory.plan().atoms()::get).toList();
    }

    /** Files of the failing requirements' own tasks before what these rest on, unit tests last, late ones first. */
    private static Comparator<Atom> nearest(List<TestSpecification> failing) {
        Set<UUID> requirements =
                failing.stream().map(TestSpecification::requirementId).collect(Collectors.toSet());
        return Comparator.comparing((Atom a) -> a.file().startsWith("tests/"))
                .thenComparing(a -> Collections.disjoint(a.requirementIds(), requirements))
                .thenComparing(Comparator.comparingInt(Atom::no).reversed());
    }

    private boolean again(Atom atom) {
        var change = new Transition.AtomChanged(
                memory.ref(), atom, Set.of(AtomState.COMPLETED), AtomState.READY, "repair", true, Says.nothing());
        if (!(engine.journal().submit(change) instanceof Reply.Done)) {
            return false;
        }
        memory.set(atom, memory.atom(atom).newLadder("repair"));
        return true;
    }

    /** A repair that fails leaves the file as it was. */
    private boolean keepWhatWas(Atom atom) {
        if (memory.atom(atom).state() != AtomState.FAILED) {
            return true;
        }
        String why = "the repair failed, the file is as it was";
        var change = new Transition.AtomChanged(
                memory.ref(), atom, Set.of(AtomState.FAILED), AtomState.COMPLETED, why, false, Says.nothing());
        memory.set(atom, memory.atom(atom).to(AtomState.COMPLETED, why));
        return engine.journal().submit(change) instanceof Reply.Done;
    }

    private boolean green(List<TestSpecification> failing) {
        Set<String> ids = failing.stream().map(TestSpecification::id).collect(Collectors.toSet());
        return engine.tools().runner().run(memory.contents(), memory.manifest(), ids).stream()
                .allMatch(TestResult::passed);
    }

    private List<String> comment(List<TestSpecification> failing) {
        List<String> lines = new ArrayList<>();
        for (TestSpecification test : failing) {
            Transition.TestOutcome outcome = memory.tests().get(test.id());
            lines.add("acceptance test %s (%s) fails: %s".formatted(test.id(), test.caseName(), outcome.text()));
            new String(outcome.evidence(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(EVIDENCE_LINES)
                    .forEach(lines::add);
        }
        return lines;
    }
}
