package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.planner.edit.Outline.MilestoneNode;
import dev.masterplan.planner.edit.Outline.SubtaskNode;
import dev.masterplan.planner.edit.Outline.TaskNode;
import dev.masterplan.planner.edit.PlanEdit.AddTask;
import dev.masterplan.planner.edit.PlanEdit.ChangeTask;
import dev.masterplan.planner.edit.PlanEdit.DeleteTask;
import dev.masterplan.planner.edit.PlanEdit.MergeTasks;
import dev.masterplan.planner.edit.PlanEdit.MoveTask;
import dev.masterplan.planner.edit.PlanEdit.OfTask;
import dev.masterplan.planner.edit.PlanEdit.SplitTask;
import dev.masterplan.planner.refusal.Refusal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Carries out edits of tasks. */
final class TaskEdits {

    private final Outline outline;
    private final Supplier<UUID> ids;
    private final List<String> notes;

    TaskEdits(Outline outline, Supplier<UUID> ids, List<String> notes) {
        this.outline = outline;
        this.ids = ids;
        this.notes = notes;
    }

    void apply(OfTask edit) {
        switch (edit) {
            case AddTask e -> add(e);
            case ChangeTask e -> change(e);
            case MoveTask e -> move(e);
            case SplitTask e -> split(e);
            case MergeTasks e -> merge(e);
            case DeleteTask e -> delete(e);
        }
    }

    private void add(AddTask edit) {
        if (edit.subtasks().isEmpty()) {
            throw Refusal.invalid("a task has at least one subtask");
        }
        TaskNode added = node(edit.name(), edit.description());
        added.kind = edit.kind() == null ? null : Wording.name(edit.kind());
        added.complexity = Objects.requireNonNullElse(edit.complexity(), Complexity.MEDIUM);
        added.requirements.addAll(edit.requirementIds());
        edit.subtasks().forEach(subtask -> added.subtasks.add(SubtaskEdits.node(ids.get(), added, subtask)));
        added.files.addAll(added.written());
        Outline.insert(milestone(edit.milestone()).tasks, added, edit.position());
        Waits waits = Waits.ofTasks(outline, notes);
        edit.dependsOn().forEach(on -> waits.add(added.id, on));
    }

    private MilestoneNode milestone(UUID id) {
        if (id == null) {
            throw Refusal.invalid("a task needs a milestone to stand in");
        }
        return outline.milestone(id);
    }

    private TaskNode node(String name, String description) {
        return new TaskNode(ids.get(), Wording.name(name), Wording.description(description));
    }

    private void change(ChangeTask edit) {
        TaskNode task = outline.task(edit.id());
        if (edit.name() != null) {
            task.name = Wording.name(edit.name());
        }
        if (edit.description() != null) {
            task.description = Wording.description(edit.description());
        }
        if (edit.kind() != null) {
            task.kind = Wording.name(edit.kind());
        }
        if (edit.complexity() != null) {
            task.complexity = edit.complexity();
        }
        if (edit.requirementIds() != null) {
            task.requirements.clear();
            task.requirements.addAll(edit.requirementIds());
        }
        if (edit.targetFiles() != null) {
            changeFiles(task, edit.targetFiles());
        }
    }

    private static void changeFiles(TaskNode task, List<String> files) {
        Set<String> missing = task.written();
        missing.removeAll(files);
        if (!missing.isEmpty()) {
            throw Refusal.invalid("subtasks of task \"" + task.name + "\" write " + String.join(", ", missing)
                    + ": change them first");
        }
        task.files.clear();
        files.forEach(file -> task.files.add(Wording.path(file)));
    }

    private void move(MoveTask edit) {
        TaskNode task = outline.task(edit.id());
        MilestoneNode from = outline.milestoneOf(task);
        MilestoneNode to = edit.milestone() == null ? from : outline.milestone(edit.milestone());
        from.tasks.remove(task);
        Outline.insert(to.tasks, task, edit.position());
    }

    private void split(SplitTask edit) {
        TaskNode task = outline.task(edit.id());
        List<SubtaskNode> going =
                edit.subtasks().stream().map(id -> Outline.subtask(task, id)).toList();
        if (going.isEmpty() || Set.copyOf(going).size() == task.subtasks.size()) {
            throw Refusal.invalid("a split gives some subtasks away and keeps some");
        }
        refuseTurnedChains(task, going);
        TaskNode added = node(edit.name(), edit.description());
        added.kind = task.kind;
        added.complexity = task.complexity;
        added.requirements.addAll(task.requirements);
        added.needs.addAll(task.needs);
        added.needs.add(task.id);
        task.subtasks.stream().filter(going::contains).forEach(added.subtasks::add);
        added.files.addAll(added.written());
        task.rewriting(() -> task.subtasks.removeAll(going));
        Waits.ofTasks(outline, notes).alsoFor(task.id, added.id);
        List<TaskNode> siblings = outline.milestoneOf(task).tasks;
        siblings.add(siblings.indexOf(task) + 1, added);
        notes.add("task \"" + task.name + "\" keeps its id; the new task \"" + added.name + "\" waits for it");
    }

    /** The new task comes after: what goes to it must not be written before what stays. */
    private static void refuseTurnedChains(TaskNode task, List<SubtaskNode> going) {
        Set<String> given = new HashSet<>();
        for (SubtaskNode subtask : task.subtasks) {
            if (going.contains(subtask)) {
                given.add(subtask.file);
            } else if (subtask.file != null && given.contains(subtask.file)) {
                throw Refusal.invalid("\"" + subtask.name + "\" stays and writes " + subtask.file
                        + " after a subtask that is given away to a later task");
            }
        }
    }

    private void merge(MergeTasks edit) {
        TaskNode into = outline.task(edit.id());
        Set<UUID> others = new LinkedHashSet<>(edit.others());
        List<TaskNode> merged = others.stream().map(outline::task).toList();
        if (merged.isEmpty() || merged.contains(into)) {
            throw Refusal.invalid("a task is merged with others than itself");
        }
        Waits.ofTasks(outline, notes).merge(into.id, others);
        for (TaskNode other : merged) {
            into.subtasks.addAll(other.subtasks);
            into.files.addAll(other.files);
            into.requirements.addAll(other.requirements);
            outline.milestoneOf(other).tasks.remove(other);
            notes.add("task \"" + other.name + "\" is part of task \"" + into.name
                    + "\" now; those that waited for it wait for that");
        }
    }

    private void delete(DeleteTask edit) {
        TaskNode task = outline.task(edit.id());
        if (outline.tasks().count() == 1) {
            throw Refusal.invalid("task \"" + task.name + "\" is the only one: a plan has at least one task");
        }
        Waits.ofTasks(outline, notes).delete(task.id, MilestoneEdits.inherited(edit.dependents()));
        outline.milestoneOf(task).tasks.remove(task);
    }
}
