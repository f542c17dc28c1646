package dev.masterplan.planner.exchange.mapping;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.planner.exchange.foreign.ForeignStage;
import dev.masterplan.planner.exchange.foreign.ForeignTask;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Step;
import dev.masterplan.planner.exchange.foreign.PlanPhase;
import dev.masterplan.planner.exchange.source.Notes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes foreign stages as a plan: numbered in the order of work, so that nothing waits for a later number. */
final class PlanWriter {

    private final ImportIds ids;
    private final Notes notes;
    private final Map<String, Part> partOf = new HashMap<>();
    private final Map<String, List<Part>> partsOf = new LinkedHashMap<>();
    private final Map<String, Integer> milestoneNumbers = new HashMap<>();
    private final List<String> numbers = new ArrayList<>();

    private PlanWriter(ImportIds ids, Notes notes) {
        this.ids = ids;
        this.notes = notes;
    }

    static PlanDocument write(List<ForeignStage> stages, ImportIds ids, Notes notes) {
        PlanWriter writer = new PlanWriter(ids, notes);
        KnownWaits known = new KnownWaits(stages, notes);
        List<ForeignStage> ordered = StageOrder.of(stages, notes).stream()
                .map(stage -> stage.with(stage.tasks().stream().map(known::in).toList()))
                .toList();
        ordered.forEach(writer::cut);
        return writer.document(ordered);
    }

    private void cut(ForeignStage stage) {
        milestoneNumbers.put(stage.key(), milestoneNumbers.size() + 1);
        for (ForeignTask task : stage.tasks()) {
            List<Part> parts = TaskParts.of(task, notes);
            partsOf.put(task.id(), parts);
            parts.forEach(part -> part.steps().forEach(step -> partOf.put(step.id(), part)));
            partOf.put(task.id(), parts.getLast());
        }
    }

    private PlanDocument document(List<ForeignStage> stages) {
        List<Phase> phases = new ArrayList<>();
        for (PlanPhase phase : PlanPhase.values()) {
            List<Milestone> milestones = stages.stream()
                    .filter(stage -> stage.phase() == phase)
                    .map(this::milestone)
                    .toList();
            phases.add(new Phase(phase.title(), milestones));
        }
        return new PlanDocument(phases);
    }

    private Milestone milestone(ForeignStage stage) {
        List<Part> parts = stage.tasks().stream()
                .flatMap(task -> partsOf.get(task.id()).stream())
                .toList();
        List<Part> ordered = StableOrder.of(parts, Part::id, this::waits);
        return new Milestone(
                ids.milestone(stage.key()),
                milestoneNumbers.get(stage.key()),
                stage.name(),
                stage.description(),
                stage.needs().stream().map(ids::milestone).toList(),
                ordered.stream().map(this::task).toList());
    }

    /** Ids of the parts that a part waits for. */
    private Collection<String> waits(Part part) {
        Set<String> waits = new LinkedHashSet<>();
        if (part.number() > 1) {
            waits.add(Part.id(part.task().id(), part.number() - 1));
        }
        part.waits().stream()
                .map(partOf::get)
                .filter(needed -> !needed.task().id().equals(part.task().id()))
                .forEach(needed -> waits.add(needed.id()));
        return waits;
    }

    private Task task(Part part) {
        numbers.add(part.id());
        ForeignTask task = part.task();
        notes.mapped(
                task.where(),
                task.id() + " → task " + numbers.size()
                        + (part.files().isEmpty() ? "" : ", writes " + String.join(", ", part.files())));
        return new Task(
                ids.task(part.id()),
                numbers.size(),
                part.name(),
                task.description(),
                kind(part.files()),
                task.complexity() == null ? Complexity.MEDIUM : task.complexity(),
                waits(part).stream().map(ids::task).toList(),
                part.files(),
                task.requirements().stream().map(ids::requirement).toList(),
                subtasks(part.steps()));
    }

    private List<Subtask> subtasks(List<Step> steps) {
        List<Subtask> subtasks = new ArrayList<>();
        for (Step step : steps) {
            UUID id = ids.subtask(step.id());
            SubtaskKind kind = step.check() ? SubtaskKind.CHECK : SubtaskKind.FILE;
            Boolean done = step.done() ? Boolean.TRUE : null;
            subtasks.add(
                    new Subtask(id, subtasks.size() + 1, step.title(), step.description(), kind, step.file(), done));
        }
        return subtasks;
    }

    private static String kind(List<String> files) {
        if (files.isEmpty()) {
            return "check";
        }
        if (files.stream().allMatch(file -> file.endsWith(".md") || file.endsWith(".txt"))) {
            return "document";
        }
        return Stream.of("test", "spec", "e2e")
                        .anyMatch(word -> files.stream()
                                .allMatch(file -> file.toLowerCase(Locale.ROOT).contains(word)))
                ? "test"
                : "code";
    }
}
