package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.planner.edit.Outline.SubtaskNode;
import dev.masterplan.planner.edit.Outline.TaskNode;
import dev.masterplan.planner.edit.PlanEdit.AddSubtask;
import dev.masterplan.planner.edit.PlanEdit.ChangeSubtask;
import dev.masterplan.planner.edit.PlanEdit.DeleteSubtask;
import dev.masterplan.planner.edit.PlanEdit.MergeSubtasks;
import dev.masterplan.planner.edit.PlanEdit.MoveSubtask;
import dev.masterplan.planner.edit.PlanEdit.NewSubtask;
import dev.masterplan.planner.edit.PlanEdit.OfSubtask;
import dev.masterplan.planner.edit.PlanEdit.SplitSubtask;
import dev.masterplan.planner.refusal.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Carries out edits of subtasks; the files of their tasks follow. */
final class SubtaskEdits {

    private final Outline outline;
    private final Supplier<UUID> ids;

    SubtaskEdits(Outline outline, Supplier<UUID> ids) {
        this.outline = outline;
        this.ids = ids;
    }

    void apply(OfSubtask edit) {
        switch (edit) {
            case AddSubtask e -> add(e);
            case ChangeSubtask e -> change(e);
            case MoveSubtask e -> move(e);
            case SplitSubtask e -> split(e);
            case MergeSubtasks e -> merge(e);
            case DeleteSubtask e -> delete(e);
        }
    }

    /** A subtask to be added to the task; a FILE without a path writes the only file that the task names. */
    static SubtaskNode node(UUID id, TaskNode task, NewSubtask asked) {
        SubtaskKind kind =
                asked.kind() != null ? asked.kind() : asked.targetFile() == null ? SubtaskKind.CHECK : SubtaskKind.FILE;
        return new SubtaskNode(
                id,
                Wording.name(asked.name()),
                Wording.description(asked.description()),
                kind,
                file(task, kind, asked.targetFile()));
    }

    private static String file(TaskNode task, SubtaskKind kind, String asked) {
        if (kind == SubtaskKind.CHECK) {
            if (asked != null) {
                throw Refusal.invalid("a CHECK writes nothing, so it has no target file");
            }
            return null;
        }
        if (asked == null && task.files.size() == 1) {
            return task.files.iterator().next();
        }
        if (asked == null) {
            throw Refusal.invalid("which file does it write? Task \"" + task.name + "\" names " + task.files.size());
        }
        return Wording.path(asked);
    }

    private void add(AddSubtask edit) {
        TaskNode task = outline.task(edit.task());
        SubtaskNode added =
                node(ids.get(), task, new NewSubtask(edit.name(), edit.description(), edit.kind(), edit.targetFile()));
        task.rewriting(() -> Outline.insert(task.subtasks, added, edit.position()));
    }

    private void change(ChangeSubtask edit) {
        TaskNode task = outline.taskOfSubtask(edit.id());
        SubtaskNode subtask = Outline.subtask(task, edit.id());
        task.rewriting(() -> {
            if (edit.name() != null) {
                subtask.name = Wording.name(edit.name());
            }
            if (edit.description() != null) {
                subtask.description = Wording.description(edit.description());
            }
            if (edit.kind() != null || edit.targetFile() != null) {
                changeFile(task, subtask, edit);
            }
        });
    }

    private static void changeFile(TaskNode task, SubtaskNode subtask, ChangeSubtask edit) {
        SubtaskKind kind = edit.kind() != null ? edit.kind() : SubtaskKind.FILE;
        String asked = edit.targetFile() == null && kind == SubtaskKind.FILE ? subtask.file : edit.targetFile();
        subtask.file = file(task, kind, asked);
        subtask.kind = kind;
    }

    private void move(MoveSubtask edit) {
        TaskNode from = outline.taskOfSubtask(edit.id());
        TaskNode to = edit.task() == null ? from : outline.task(edit.task());
        SubtaskNode subtask = Outline.subtask(from, edit.id());
        if (to != from) {
            refuseLast(from);
        }
        from.rewriting(() -> from.subtasks.remove(subtask));
        to.rewriting(() -> Outline.insert(to.subtasks, subtask, edit.position()));
    }

    private void split(SplitSubtask edit) {
        TaskNode task = outline.taskOfSubtask(edit.id());
        SubtaskNode subtask = Outline.subtask(task, edit.id());
        String file = edit.targetFile() == null ? subtask.file : edit.targetFile();
        SubtaskNode added = node(ids.get(), task, new NewSubtask(edit.name(), edit.description(), subtask.kind, file));
        task.rewriting(() -> task.subtasks.add(task.subtasks.indexOf(subtask) + 1, added));
    }

    private void merge(MergeSubtasks edit) {
        TaskNode task = outline.taskOfSubtask(edit.id());
        SubtaskNode into = Outline.subtask(task, edit.id());
        List<SubtaskNode> others = Set.copyOf(edit.others()).stream()
                .map(id -> Outline.subtask(task, id))
                .toList();
        if (others.isEmpty() || others.contains(into)) {
            throw Refusal.invalid("a subtask is merged with others than itself");
        }
        if (others.stream().anyMatch(other -> !Objects.equals(other.file, into.file))) {
            throw Refusal.invalid("a subtask writes one file: only subtasks that write the same one can be merged");
        }
        task.subtasks.removeAll(others);
    }

    private void delete(DeleteSubtask edit) {
        TaskNode task = outline.taskOfSubtask(edit.id());
        refuseLast(task);
        SubtaskNode subtask = Outline.subtask(task, edit.id());
        task.rewriting(() -> task.subtasks.remove(subtask));
    }

    private static void refuseLast(TaskNode task) {
        if (task.subtasks.size() == 1) {
            throw Refusal.invalid(
                    "task \"" + task.name + "\" has only this subtask: delete the task, or merge it with another");
        }
    }
}
