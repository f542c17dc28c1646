package dev.masterplan.execution.desk;

import dev.masterplan.execution.acceptance.TestResult;
import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.validation.Candidate;
import dev.masterplan.execution.validation.PathGuard;
import dev.masterplan.execution.validation.ValidationReport;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.TestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's file takes the same way as an author's: guard, validators, and the tests that it kept green. */
public final class Edits {

    private final RunEngine engine;
    private final RunMemory memory;

    public Edits(RunEngine engine, RunMemory memory) {
        this.engine = engine;
        this.memory = memory;
    }

    /** What became of an edit. */
    public sealed interface Outcome {
        record Applied(FileVersion file, Atom atom) implements Outcome {}

        record Refused(List<String> diagnostics) implements Outcome {
            static Refused because(String why) {
                return new Refused(List.of(why));
            }
        }
    }

    /** @param baseHash sha256 of the file the person saw, null = does not matter */
    public Outcome apply(String path, String content, String baseHash) {
        if (path == null || content == null) {
            return Outcome.Refused.because("path and content are needed");
        }
        Optional<String> unsafe = PathGuard.problem(path);
        if (unsafe.isPresent()) {
            return Outcome.Refused.because(path + ": " + unsafe.get());
        }
        Atom atom = lastWorked(path);
        if (atom == null) {
            return Outcome.Refused.because("no atom has worked on " + path);
        }
        FileVersion current = memory.file(path);
        if (alreadyThere(atom, current, content)) {
            return new Outcome.Applied(current, atom);
        }
        if (baseHash != null && current != null && !baseHash.equals(current.sha256())) {
            return Outcome.Refused.because("the file has changed since: it is %s now".formatted(current.sha256()));
        }
        return validated(atom, current, content);
    }

    /** The same edit again, after the service died between writing it and ending its command. */
    private boolean alreadyThere(Atom atom, FileVersion current, String content) {
        return current != null
                && memory.atom(atom).state() == AtomState.COMPLETED
                && current.text().equals(content);
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
        List<String> broken = nowRed(atom, content);
        return broken.isEmpty() ? write(atom, content, report.complexity()) : new Outcome.Refused(broken);
    }

    private Outcome write(Atom atom, String content, int complexity) {
        FileVersion file = FileVersion.of(
                atom.file(), memory.nextVersion(atom.file()), content.getBytes(StandardCharsets.UTF_8), atom.number());
        var edited = new Transition.FileEdited(memory.ref(), atom, file, complexity, Says.nothing());
        if (!(engine.journal().submit(edited) instanceof Reply.Done)) {
            return Outcome.Refused.because("the run has changed meanwhile");
        }
        memory.wrote(atom, file);
        memory.set(atom, memory.atom(atom).to(AtomState.COMPLETED, "by person"));
        new Retries(memory, engine.journal()).unblock();
        return new Outcome.Applied(file, atom);
    }

    /** The last link of the file's chain that was worked on; later links still come. */
    private Atom lastWorked(String path) {
        return memory.plan().chain(path).stream()
                .filter(a -> memory.atom(a).state() == AtomState.COMPLETED
                        || memory.atom(a).state() == AtomState.FAILED)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Tests that have to be green with the edit and are not. */
    private List<String> nowRed(Atom atom, String content) {
        boolean ended = memory.state().ended();
        if (ended && memory.plan().approved().withoutTests()) {
            return List.of();
        }
        Set<String> green = ended ? greenOrMust() : greenOf(atom);
        if (!engine.tools().sandbox().available()) {
            return ended ? List.of("an ended run is edited only where its tests can run") : List.of();
        }
        if (green.isEmpty() && !ended) {
            return List.of();
        }
        Map<String, byte[]> tree = memory.contents();
        tree.put(atom.file(), content.getBytes(StandardCharsets.UTF_8));
        return engine.tools().runner().run(tree, memory.manifest(), green).stream()
                .filter(r -> !r.passed())
                .map(Edits::line)
                .toList();
    }

    /** Tests of the file's requirements that were green. */
    private Set<String> greenOf(Atom atom) {
        return memory.plan().tests().stream()
                .filter(t -> atom.requirementIds().contains(t.requirementId()))
                .filter(this::wasGreen)
                .map(TestSpecification::id)
                .collect(Collectors.toSet());
    }

    /** What an ended run stands for: every MUST, and whatever else was green; R-000 runs always. */
    private Set<String> greenOrMust() {
        return memory.plan().tests().stream()
                .filter(t -> t.priority() == Priority.MUST || wasGreen(t))
                .map(TestSpecification::id)
                .collect(Collectors.toSet());
    }

    private boolean wasGreen(TestSpecification test) {
        var last = memory.tests().get(test.id());
        return last != null && last.green();
    }

    private static String line(TestResult result) {
        return "acceptance test %s would turn red: %s".formatted(result.testId(), result.text());
    }
}
