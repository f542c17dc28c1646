package dev.masterplan.execution.wave;

import dev.masterplan.execution.acceptance.BuildTest;
import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.Judgements.Judged;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.execution.workspace.TreeHash;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.plan.TestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one repair round after a failing gate: the files of the tasks bound to a failing test, those written last first,
 * each with one new ladder on its last link, until the failing tests are green. Tests are never touched, and neither is
 * a file that a person wrote last.
 */
public final class RepairRound {

    private static final int MAX_FILES = 8;
    private static final int EVIDENCE_LINES = 30;
    private static final Set<AtomState> WAITING = EnumSet.of(AtomState.PENDING, AtomState.READY, AtomState.RUNNING);

    private final RunEngine engine;
    private final RunMemory memory;
    private final RunEvents events;
    private final BooleanSupplier asked;
    private String tested;

    /** A failing test and what it said last. */
    private record Red(TestSpecification test, String text, String evidence) {}

    public RepairRound(RunEngine engine, RunMemory memory, RunEvents events, BooleanSupplier asked) {
        this.engine = engine;
        this.memory = memory;
        this.events = events;
        this.asked = asked;
    }

    /**
     * Begins the round, or goes on with one that a crash or a command interrupted: with what is open, then with the files
     * that it has not taken up yet. What a person did meanwhile may have mended it already.
     */
    public WaveOutcome repair(int wave, List<Atom> open) {
        Judged judged = memory.gates().get(wave);
        tested = judged == null ? null : judged.treeHash();
        List<Red> red = stillRed(failing());
        List<Atom> needless = red.isEmpty()
                ? open.stream()
                        .filter(a -> memory.repaired(a, wave) && !memory.admitted(a))
                        .toList()
                : List.of();
        if (!keep(needless, WAITING, "not repaired: what failed is green")) {
            return new WaveOutcome.Abandoned();
        }
        List<Atom> due = open.stream().filter(a -> !needless.contains(a)).toList();
        WaveOutcome outcome = due.isEmpty() ? new WaveOutcome.Ended(false) : work(wave, due, red);
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
        boolean over = engine.codeAuthor(memory.plan().approved().engine()).deterministic();
        return over ? new WaveOutcome.Ended(false) : next(wave, stillRed(red));
    }

    private WaveOutcome next(int wave, List<Red> failing) {
        List<Red> red = failing;
        for (Atom atom : candidates(failing)) {
            if (memory.repaired(atom, wave)) {
                continue;
            }
            if (!again(atom, wave)) {
                return new WaveOutcome.Abandoned();
            }
            WaveOutcome outcome = work(wave, List.of(atom), red);
            if (!(outcome instanceof WaveOutcome.Ended)) {
                return outcome;
            }
            if (!keepWhatWas(List.of(atom))) {
                return new WaveOutcome.Abandoned();
            }
            red = stillRed(red);
            if (red.isEmpty()) {
                break;
            }
        }
        return new WaveOutcome.Ended(false);
    }

    private WaveOutcome work(int wave, List<Atom> atoms, List<Red> red) {
        return new WaveWork(engine, memory, events, asked).run(wave, atoms, comment(red));
    }

    private List<Red> failing() {
        List<Red> failing = new ArrayList<>();
        for (TestSpecification test : memory.plan().tests()) {
            Transition.TestOutcome last = memory.tests().get(test.id());
            if (last != null && Transition.TestOutcome.FAILED.equals(last.state())) {
                failing.add(new Red(test, last.text(), new String(last.evidence(), StandardCharsets.UTF_8)));
            }
        }
        return failing;
    }

    /** Those of the tests that fail on the tree as it is; they are run again only when it has changed since. */
    private List<Red> stillRed(List<Red> red) {
        String tree = TreeHash.of(memory.tree());
        if (red.isEmpty() || tree.equals(tested)) {
            return red;
        }
        tested = tree;
        Set<String> ids = red.stream().map(r -> r.test().id()).collect(Collectors.toSet());
        Map<String, TestResult> results =
                engine.tools().runner().run(memory.contents(), memory.manifest(), ids).stream()
                        .collect(Collectors.toMap(TestResult::testId, Function.identity()));
        boolean builds = results.get(BuildTest.ID).passed();
        return red.stream()
                .filter(r -> !builds || !results.get(r.test().id()).passed())
                .map(r -> new Red(
                        r.test(),
                        results.get(r.test().id()).text(),
                        results.get(r.test().id()).evidence()))
                .toList();
    }

    private List<Atom> candidates(List<Red> red) {
        List<TestSpecification> failing = red.stream().map(Red::test).toList();
        Set<UUID> tasks = new LinkedHashSet<>();
        failing.forEach(t -> tasks.addAll(memory.plan().boundTasks(t)));
        Set<Integer> links = new LinkedHashSet<>();
        memory.plan().atoms().stream()
                .filter(a -> tasks.contains(a.taskId()) && !a.check())
                .map(a -> memory.plan().lastLinkOf(a.file()))
                .filter(a -> memory.atom(a).state() == AtomState.COMPLETED && !byPerson(a))
                .sorted(nearest(failing))
                .forEach(a -> links.add(a.no()));
        return links.stream().limit(MAX_FILES).map(memory.plan().atoms()::get).toList();
    }

    private boolean byPerson(Atom atom) {
        FileVersion file = memory.file(atom.file());
        return file != null && file.byPerson();
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
        List<Atom> failed = taken.stream()
                .filter(a -> memory.atom(a).state() == AtomState.FAILED && memory.file(a.file()) != null)
                .toList();
        return keep(failed, Set.of(AtomState.FAILED), "the repair failed, the file is as it was");
    }

    private boolean keep(List<Atom> atoms, Set<AtomState> from, String why) {
        for (Atom atom : atoms) {
            var change = new Transition.AtomChanged(
                    memory.ref(),
                    atom,
                    from,
                    AtomState.COMPLETED,
                    why,
                    false,
                    events.becomes(atom, AtomState.COMPLETED));
            if (!(engine.journal().submit(change) instanceof Reply.Done)) {
                return false;
            }
            memory.set(atom, memory.atom(atom).to(AtomState.COMPLETED, why));
        }
        return true;
    }

    private static List<String> comment(List<Red> failing) {
        List<String> lines = new ArrayList<>();
        for (Red red : failing) {
            lines.add("acceptance test %s (%s) fails: %s"
                    .formatted(red.test().id(), red.test().caseName(), red.text()));
            red.evidence().lines().limit(EVIDENCE_LINES).forEach(lines::add);
        }
        return lines;
    }
}
