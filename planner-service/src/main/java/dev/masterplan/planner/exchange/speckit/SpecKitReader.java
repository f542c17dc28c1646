package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.messaging.plan.Discovery.Noted;
import dev.masterplan.messaging.plan.Discovery.Stack;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.planner.exchange.files.KnownPaths;
import dev.masterplan.planner.exchange.foreign.ForeignPlan;
import dev.masterplan.planner.exchange.foreign.ForeignStage;
import dev.masterplan.planner.exchange.foreign.ForeignTask;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import dev.masterplan.planner.exchange.foreign.PlanPhase;
import dev.masterplan.planner.exchange.foreign.ShortName;
import dev.masterplan.planner.exchange.foreign.StackGuess;
import dev.masterplan.planner.exchange.foreign.StepWriter;
import dev.masterplan.planner.exchange.foreign.StepWriter.Work;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the files of one Spec Kit folder together. */
public final class SpecKitReader {

    private final Notes notes;
    private final TaskList list;
    private final Specification specification;
    private final TechnicalPlan technical;
    private final List<Noted> things = new ArrayList<>();
    private final KnownPaths known;
    private final Links links;
    private final StepWriter writer;

    private SpecKitReader(SourceFile tasks, List<SourceFile> beside, Notes notes) {
        this.notes = notes;
        this.list = TaskList.of(tasks, notes);
        this.specification = named(beside, "spec.md")
                .map(file -> Specification.of(file, notes))
                .findFirst()
                .orElseGet(() -> withoutSpecification(tasks));
        this.technical = named(beside, "plan.md")
                .map(file -> TechnicalPlan.of(file, notes))
                .findFirst()
                .orElse(TechnicalPlan.none());
        things.addAll(specification.things());
        named(beside, "data-model.md").forEach(file -> things.addAll(DataModel.things(file, notes)));
        this.known = new KnownPaths(tasks.text());
        this.links = new Links(specification, notes);
        this.writer = new StepWriter(notes);
    }

    /** Whether a file is a list of tasks. */
    public static boolean knows(SourceFile file) {
        return file.baseName().endsWith(".md") && TaskList.knows(file);
    }

    /** Whether a file beside the list of tasks is read. */
    public static boolean reads(SourceFile file) {
        return List.of("spec.md", "plan.md", "data-model.md").contains(file.baseName());
    }

    /** @param beside the other files of its folder */
    public static ForeignPlan read(String name, SourceFile tasks, List<SourceFile> beside, Notes notes) {
        return new SpecKitReader(tasks, beside, notes).plan(name);
    }

    private static Stream<SourceFile> named(List<SourceFile> files, String name) {
        return files.stream().filter(file -> file.baseName().equals(name));
    }

    private Specification withoutSpecification(SourceFile tasks) {
        notes.guessed(tasks.line(1), "there is no spec.md beside it: the plan has no requirements");
        return Specification.none();
    }

    private ForeignPlan plan(String name) {
        Map<String, List<String>> needs = PhaseOrder.of(list.phases(), list.order(), notes);
        List<ForeignStage> stages = list.phases().stream()
                .map(phase -> stage(phase, needs.get(phase.key())))
                .toList();
        Stack stack = technical.stack() == null ? StackGuess.ofFiles(stages, notes) : technical.stack();
        List<String> assumptions = new ArrayList<>(specification.assumptions());
        assumptions.addAll(technical.assumptions());
        list.preamble().forEach(line -> assumptions.add(line.text()));
        return new ForeignPlan(name, technical.summary(), stack, stages, links.requirements(), things, assumptions);
    }

    private ForeignStage stage(TaskPhase phase, List<String> needs) {
        List<ForeignTask> tasks = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (TaskLine line : phase.tasks()) {
            if (line.leftOut()) {
                notes.dropped(line.where(), line.id() + " is marked as put off [-]: not planned");
                continue;
            }
            if (line.oddlyMarked()) {
                notes.guessed(line.where(), line.id() + " has the unknown mark [" + line.mark() + "]: taken as open");
            }
            tasks.add(task(line, waits(line, before), line.stories().isEmpty() ? phase.stories() : line.stories()));
            if (!line.parallel()) {
                before.clear();
            }
            before.add(line.id());
        }
        if (tasks.size() > 1) {
            notes.guessed(
                    phase.where(), "inside \"" + phase.name() + "\" a task without [P] waits for those before it");
        }
        return new ForeignStage(
                phase.key(), phase.name(), said(phase), PlanPhase.of(phase.title()), needs, tasks, phase.where());
    }

    private static String said(TaskPhase phase) {
        return phase.said().isEmpty() ? null : String.join("\n", phase.said());
    }

    /** What it says itself; else, without [P], everything before it in its phase that nothing else waits for yet. */
    private static List<Wait> waits(TaskLine line, List<String> before) {
        if (line.parallel() || !line.waits().isEmpty()) {
            return line.waits();
        }
        return before.stream().map(id -> new Wait(id, line.where())).toList();
    }

    private ForeignTask task(TaskLine line, List<Wait> waits, List<String> stories) {
        String name = line.id() + " " + ShortName.of(line.text());
        Work work = new Work(line.id(), line.text(), null, line.done(), List.of(), line.where());
        return new ForeignTask(
                line.id(),
                name,
                line.text(),
                Complexity.MEDIUM,
                waits,
                writer.steps(work, known.in(line.text())),
                links.of(line, stories),
                line.where());
    }
}
