package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.planner.edit.Outline.MilestoneNode;
import dev.masterplan.planner.edit.Outline.SubtaskNode;
import dev.masterplan.planner.edit.Outline.TaskNode;
import dev.masterplan.planner.edit.PlanEdit.Dependents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What an author plans otherwise than before, in a plan that people may have changed meanwhile: three versions are
 * merged, by id. What the author did not change stays as people have it; where both changed a field, the author's wins,
 * because the code that comes of it is his.
 */
final class Replanning {

    private final PlanDocument beforePlan;
    private final PlanDocument afterPlan;
    private final Parts before;
    private final Parts after;
    private final List<String> notes;

    Replanning(PlanDocument before, PlanDocument after, List<String> notes) {
        this.beforePlan = before;
        this.afterPlan = after;
        this.before = new Parts(before);
        this.after = new Parts(after);
        this.notes = notes;
    }

    /** The parts of a plan by id, in plan order. */
    private static final class Parts {
        final Map<UUID, MilestoneNode> milestones = new LinkedHashMap<>();
        final Map<UUID, TaskNode> tasks = new LinkedHashMap<>();
        final Map<UUID, SubtaskNode> subtasks = new LinkedHashMap<>();

        Parts(PlanDocument plan) {
            this(Outline.of(plan));
        }

        Parts(Outline outline) {
            outline.milestones().forEach(milestone -> milestones.put(milestone.id, milestone));
            outline.tasks().forEach(task -> {
                tasks.put(task.id, task);
                task.subtasks.forEach(subtask -> subtasks.put(subtask.id, subtask));
            });
        }
    }

    /** Whether the plan holds anything of this author. */
    boolean concerns(PlanDocument plan) {
        return plan.tasks().map(Task::id).anyMatch(before.tasks::containsKey);
    }

    PlanDocument of(PlanDocument plan) {
        if (plan.equals(beforePlan)) {
            return afterPlan;
        }
        Outline outline = Outline.of(plan);
        takeOut(outline);
        putIn(outline);
        change(new Parts(outline));
        dropDangling(outline);
        return outline.document();
    }

    private void takeOut(Outline outline) {
        for (TaskNode task : outline.tasks().toList()) {
            task.rewriting(() -> task.subtasks.removeIf(subtask -> gone(subtask.id, parts -> parts.subtasks)));
            if (task.subtasks.isEmpty()) {
                Waits.ofTasks(outline, notes).delete(task.id, Dependents.INHERIT);
                outline.milestoneOf(task).tasks.remove(task);
            }
        }
        for (MilestoneNode milestone : outline.milestones().toList()) {
            if (milestone.tasks.isEmpty() && gone(milestone.id, parts -> parts.milestones)) {
                Waits.ofMilestones(outline, notes).delete(milestone.id, Dependents.INHERIT);
                outline.phaseOf(milestone).milestones().remove(milestone);
            }
        }
    }

    private boolean gone(UUID id, Function<Parts, Map<UUID, ?>> kind) {
        return kind.apply(before).containsKey(id) && !kind.apply(after).containsKey(id);
    }

    private boolean fresh(UUID id, Function<Parts, Map<UUID, ?>> kind) {
        return kind.apply(after).containsKey(id) && !kind.apply(before).containsKey(id);
    }

    private void putIn(Outline outline) {
        for (Phase phase : afterPlan.phases()) {
            UUID earlierMilestone = null;
            for (PlanDocument.Milestone milestone : phase.milestones()) {
                if (fresh(milestone.id(), parts -> parts.milestones)) {
                    MilestoneNode added = Outline.node(milestone);
                    added.tasks.clear();
                    insertAfter(outline.phase(phase.name()).milestones(), added, earlierMilestone, each -> each.id);
                }
                earlierMilestone = milestone.id();
                UUID earlierTask = null;
                for (Task task : milestone.tasks()) {
                    putIn(outline, phase.name(), milestone, task, earlierTask);
                    earlierTask = task.id();
                }
            }
        }
    }

    private void putIn(Outline outline, String phase, PlanDocument.Milestone milestone, Task task, UUID earlierTask) {
        TaskNode asPlanned = Outline.node(task);
        List<SubtaskNode> added = asPlanned.subtasks.stream()
                .filter(subtask -> fresh(subtask.id, parts -> parts.subtasks))
                .toList();
        if (added.isEmpty()) {
            return;
        }
        Parts parts = new Parts(outline);
        TaskNode host = parts.tasks.get(task.id());
        if (host == null) {
            host = hostOfSiblings(outline, task);
        }
        if (host == null) {
            asPlanned.subtasks.retainAll(added);
            asPlanned.files.retainAll(asPlanned.written());
            insertAfter(home(outline, phase, milestone).tasks, asPlanned, earlierTask, each -> each.id);
        } else {
            weave(host, asPlanned.subtasks, added);
        }
    }

    /** The task that has taken subtasks of this one, where people merged it with another. */
    private static TaskNode hostOfSiblings(Outline outline, Task task) {
        Set<UUID> siblings = new HashSet<>();
        task.subtasks().forEach(subtask -> siblings.add(subtask.id()));
        return outline.tasks()
                .filter(each -> each.subtasks.stream().anyMatch(subtask -> siblings.contains(subtask.id)))
                .findFirst()
                .orElse(null);
    }

    private static MilestoneNode home(Outline outline, String phase, PlanDocument.Milestone milestone) {
        return outline.milestones()
                .filter(each -> each.id.equals(milestone.id()))
                .findFirst()
                .orElseGet(() -> {
                    MilestoneNode again = Outline.node(milestone);
                    again.tasks.clear();
                    outline.phase(phase).milestones().add(again);
                    return again;
                });
    }

    private static void weave(TaskNode host, List<SubtaskNode> planned, List<SubtaskNode> added) {
        host.rewriting(() -> {
            UUID earlier = null;
            for (SubtaskNode subtask : planned) {
                if (added.contains(subtask)) {
                    insertAfter(host.subtasks, subtask, earlier, each -> each.id);
                }
                earlier = subtask.id;
            }
        });
    }

    /** After that one; at the beginning when it is null, at the end when it stands elsewhere. */
    private static <T> void insertAfter(List<T> list, T item, UUID earlier, Function<T, UUID> id) {
        int at = earlier == null ? 0 : list.size();
        for (int i = 0; i < list.size(); i++) {
            if (id.apply(list.get(i)).equals(earlier)) {
                at = i + 1;
            }
        }
        list.add(at, item);
    }

    private void change(Parts mine) {
        mine.milestones.forEach((id, node) -> both(id, parts -> parts.milestones, (was, is) -> {
            node.name = changed(was.name, is.name, node.name);
            node.description = changed(was.description, is.description, node.description);
            merge(was.needs, is.needs, node.needs);
        }));
        mine.tasks.forEach((id, node) -> both(id, parts -> parts.tasks, (was, is) -> {
            node.name = changed(was.name, is.name, node.name);
            node.description = changed(was.description, is.description, node.description);
            node.kind = changed(was.kind, is.kind, node.kind);
            node.complexity = changed(was.complexity, is.complexity, node.complexity);
            merge(was.needs, is.needs, node.needs);
            merge(was.requirements, is.requirements, node.requirements);
        }));
        mine.tasks.values().forEach(task -> task.rewriting(() -> task.subtasks.forEach(this::change)));
    }

    private void change(SubtaskNode node) {
        both(node.id, parts -> parts.subtasks, (was, is) -> {
            node.name = changed(was.name, is.name, node.name);
            node.description = changed(was.description, is.description, node.description);
            node.kind = changed(was.kind, is.kind, node.kind);
            node.file = changed(was.file, is.file, node.file);
        });
    }

    private <T> void both(UUID id, Function<Parts, Map<UUID, T>> kind, BiConsumer<T, T> merge) {
        T was = kind.apply(before).get(id);
        T is = kind.apply(after).get(id);
        if (was != null && is != null) {
            merge.accept(was, is);
        }
    }

    private static <T> T changed(T was, T is, T mine) {
        return Objects.equals(was, is) ? mine : is;
    }

    private static <T> void merge(Set<T> was, Set<T> is, Set<T> mine) {
        mine.removeIf(each -> was.contains(each) && !is.contains(each));
        is.stream().filter(each -> !was.contains(each)).forEach(mine::add);
    }

    private static void dropDangling(Outline outline) {
        Map<UUID, TaskNode> tasks = new HashMap<>();
        outline.tasks().forEach(task -> tasks.put(task.id, task));
        tasks.values().forEach(task -> task.needs.retainAll(tasks.keySet()));
        Set<UUID> milestones = new HashSet<>();
        outline.milestones().forEach(milestone -> milestones.add(milestone.id));
        outline.milestones().forEach(milestone -> milestone.needs.retainAll(milestones));
    }
}
