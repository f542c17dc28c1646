package dev.masterplan.execution.desk;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.gate.GateRound;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Transition.WaveEnded;
import dev.masterplan.execution.validation.Candidate;
import dev.masterplan.execution.validation.ValidationReport;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.plan.PathGuard;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's file takes the same way as an author's: guard, validators, and the tests that it kept green. */
final class Edits {

    private final RunEngine engine;
    private final RunMemory memory;
    private final RunEvents events;

    Edits(RunEngine engine, RunMemory memory) {
        this.engine = engine;
        this.memory = memory;
        this.events = new RunEvents(memory, engine.clock());
    }

    /** Writes nothing; the memory then holds the edit. @param baseHash of the file the person saw, null = any */
    Outcome apply(String path, String content, String baseHash) {
        if (path == null || content == null) {
            return Outcome.refused("path and content are needed");
        }
        Optional<String> unsafe = PathGuard.problem(path);
        if (unsafe.isPresent()) {
            return Outcome.refused(path + ": " + unsafe.get());
        }
        Atom atom = lastWorked(path);
        if (atom == null) {
            return Outcome.refused("no atom has worked on " + path);
        }
        if (writtenAgain(atom)) {
            return Outcome.refused(path + " is being written again: edit it when that has ended");
        }
        FileVersion current = memory.file(path);
        if (baseHash != null && current != null && !baseHash.equals(current.sha256())) {
            return Outcome.refused("the file has changed since: it is %s now".formatted(current.sha256()));
        }
        return validated(atom, current, content);
    }

    private Outcome validated(Atom atom, FileVersion current, String content) {
        ValidationReport report = engine.tools()
                .judge()
                .judge(new Candidate(
                        atom.file(),
                        atom.language(),
                        content,
                        current == null ? null : current.text(),
                        memory.snapshot(atom),
                        memory.plan().lastLink(atom)));
        if (!report.passed()) {
            return new Outcome.Refused(report.diagnostics());
        }
        if (memory.state().ended()) {
            return judged(atom, content, report.complexity());
        }
        List<String> broken = nowRed(atom, content);
        return broken.isEmpty()
                ? new Outcome.Done(effects(atom, content, report.complexity()), memory.file(atom.file()), null)
                : new Outcome.Refused(broken);
    }

    private List<Transition> effects(Atom atom, String content, int complexity) {
        FileVersion file = FileVersion.ofPerson(
                atom.file(), memory.nextVersion(atom.file()), content.getBytes(StandardCharsets.UTF_8), atom.number());
        List<Transition> effects = new ArrayList<>();
        effects.add(new Transition.FileEdited(
                memory.ref(), atom, file, complexity, events.becomes(atom, AtomState.COMPLETED)));
        memory.wrote(atom, file);
        memory.set(atom, memory.atom(atom).byPerson(complexity));
        effects.addAll(new Retries(memory, events).unblocked());
        return effects;
    }

    /** An ended run takes an edit only with a gate that lets it pass again. */
    private Outcome judged(Atom atom, String content, int complexity) {
        Set<String> kept = keptGreen();
        List<Transition> effects = effects(atom, content, complexity);
        WaveEnded ended;
        try {
            ended = new GateRound(engine, memory, events).again();
        } catch (UncheckedIOException e) {
            return Outcome.refused(BlockedBy.DISK.reason(BlockedBy.disk(e)));
        }
        List<String> broken = ended.tests().stream()
                .filter(t -> kept.contains(t.testId()) && !t.green())
                .map(t -> line(t.testId(), t.text()))
                .toList();
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        effects.add(ended);
        return passes(ended)
                ? new Outcome.Done(effects, memory.file(atom.file()), ended)
                : Outcome.refused(
                        "the gate does not open on it: " + ended.gate().failureReason());
    }

    private boolean passes(WaveEnded ended) {
        return switch (ended.gate().verdict()) {
            case OPEN, NOT_APPLICABLE -> true;
            case NOT_PROVED -> memory.plan().approved().withoutTests();
            case BLOCKED, NOT_RUN -> false;
        };
    }

    /** The last link of the file's chain that was worked on; later links still come. */
    private Atom lastWorked(String path) {
        return memory.plan().chain(path).stream()
                .filter(a -> memory.atom(a).state() == AtomState.COMPLETED
                        || memory.atom(a).state() == AtomState.FAILED
                        || open(a) && memory.atom(a).ladder() > 1)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** A link before it is, or a request is on its way; the one that waits for its turn gives way to the person. */
    private boolean writtenAgain(Atom atom) {
        return memory.admitted(atom)
                || memory.plan().chain(atom.file()).stream().anyMatch(a -> a.no() < atom.no() && open(a));
    }

    private boolean open(Atom atom) {
        return switch (memory.atom(atom).state()) {
            case PENDING, READY, RUNNING, VALIDATING -> true;
            case COMPLETED, FAILED, BLOCKED, SKIPPED -> false;
        };
    }

    /** Tests of the file's requirements that were green and would not be any more. */
    private List<String> nowRed(Atom atom, String content) {
        Set<String> green = memory.plan().tests().stream()
                .filter(t -> atom.requirementIds().contains(t.requirementId()))
                .filter(this::wasGreen)
                .map(TestSpecification::id)
                .collect(Collectors.toSet());
        if (green.isEmpty() || !engine.tools().sandbox().available()) {
            return List.of();
        }
        Map<String, byte[]> tree = memory.contents();
        tree.put(atom.file(), content.getBytes(StandardCharsets.UTF_8));
        return engine.tools().runner().run(tree, memory.manifest(), green).stream()
                .filter(r -> !r.passed())
                .map(r -> line(r.testId(), r.text()))
                .toList();
    }

    /** What an ended run stands for: every MUST, and whatever else was green. */
    private Set<String> keptGreen() {
        return memory.plan().tests().stream()
                .filter(t -> t.priority() == Priority.MUST || wasGreen(t))
                .map(TestSpecification::id)
                .collect(Collectors.toSet());
    }

    private boolean wasGreen(TestSpecification test) {
        var last = memory.tests().get(test.id());
        return last != null && last.green();
    }

    private static String line(String testId, String text) {
        return "acceptance test %s would turn red: %s".formatted(testId, text);
    }
}
