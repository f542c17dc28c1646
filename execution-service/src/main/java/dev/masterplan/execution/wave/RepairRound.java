package dev.masterplan.execution.wave;

import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Reply;
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

    /**
     * Begins the round, or goes on with one that a crash or a command interrupted: with what is open, then with the files
     * that it has not taken up yet.
     */
    public WaveOutcome repair(int wave, List<Atom> open) {
        List<TestSpecification> failing = failing();
        WaveOutcome outcome = open.isEmpty() ? new WaveOutcome.Ended(false) : work(wave, open, failing);
        if (!(outcome instanceof WaveOutcome.Ended)) {
            return outcome;
        }
        List<Atom> taken = memory.plan().atoms().stream()
                .filter(a -> open.contains(a) || memory.repaired(a, wave))
                .toList();
        if (!keepWhatWas(taken)) {
            return new WaveOutcome.Abandoned();
        }
        if (!open.stream().allMatch(memory::settled)) {
            return new WaveOutcome.Ended(true);
        }
        boolean over = engine.codeAuthor(memory.plan().approved().engine()).deterministic()
                || failing.isEmpty()
                || !taken.isEmpty() && green(failing);
        return over ? new WaveOutcome.Ended(false) : next(wave, failing);
    }

    private WaveOutcome next(int wave, List<TestSpecification> failing) {
        for (Atom atom : candidates(failing)) {
            if (memory.repaired(atom, wave)) {
                continue;
            }
            if (!again(atom, wave)) {
                return new WaveOutcome.Abandoned();
            }
            WaveOutcome outcome = work(wave, List.of(atom), failing);
            if (!(outcome instanceof WaveOutcome.Ended)) {
                return outcome;
            }
            if (!keepWhatWas(List.of(atom))) {
                return new WaveOutcome.Abandoned();
            }
            if (green(failing)) {
                break;
            }
        }
        return new WaveOutcome.Ended(false);
    }

    private WaveOutcome work(int wave, List<Atom> atoms, List<TestSpecification> failing) {
        return new WaveWork(engine, memory, events, asked).run(wave, atoms, comment(failing));
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

    private boolean again(Atom atom, int wave) {
        var begun =
                new Transition.RepairBegun(memory.ref(), atom, wave, "repair", events.becomes(atom, AtomState.READY));
        if (!(engine.journal().submit(begun) instanceof Reply.Done)) {
            return false;
        }
        memory.set(atom, memory.atom(atom).newLadder("repair"));
        memory.repairedIn(atom, wave);
        return true;
    }

    /** A repair that fails leaves the file as it was. */
    private boolean keepWhatWas(List<Atom> taken) {
        String why = "the repair failed, the file is as it was";
        for (Atom atom : taken) {
            if (memory.atom(atom).state() == AtomState.FAILED && memory.file(atom.file()) != null) {
                var change = new Transition.AtomChanged(
                        memory.ref(),
                        atom,
                        Set.of(AtomState.FAILED),
                        AtomState.COMPLETED,
                        why,
                        false,
                        events.becomes(atom, AtomState.COMPLETED));
                if (!(engine.journal().submit(change) instanceof Reply.Done)) {
                    return false;
                }
                memory.set(atom, memory.atom(atom).to(AtomState.COMPLETED, why));
            }
        }
        return true;
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
