package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.planner.edit.PlanEdit.Dependents;
import dev.masterplan.planner.masterplan.PlanContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Edits of a plan, most of them possible, some of them not: unknown ids, unsafe paths, positions that don't exist. */
final class RandomEdits {

    private static final List<String> PATHS =
            List.of("app/new.py", "app/1_0.py", "../up.py", ".git/config", "a//b", "");
    private static final List<String> SENTENCES = List.of(
            "A member has at most 2 open loans.", "Loans sing.", "# Heading", "A book can be deleted.", "two\nlines");

    private final Random random;
    private final List<Task> tasks;
    private final List<Milestone> milestones;
    private final List<Requirement> requirements;

    RandomEdits(Random random, PlanContent content) {
        this.random = random;
        this.tasks = content.plan().tasks().toList();
        this.milestones = content.plan().milestones().toList();
        this.requirements = content.discovery().requirements();
    }

    PlanEdit next() {
        return switch (random.nextInt(25)) {
            case 0 -> new PlanEdit.AddMilestone(phase(), position(), name(), null);
            case 1 -> new PlanEdit.ChangeMilestone(milestone(), name(), "said");
            case 2 -> new PlanEdit.MoveMilestone(milestone(), random.nextBoolean() ? phase() : null, position());
            case 3 -> splitMilestone();
            case 4 -> new PlanEdit.MergeMilestones(milestone(), List.of(milestone()));
            case 5 -> new PlanEdit.DeleteMilestone(milestone(), random.nextBoolean() ? milestone() : null, fate());
            case 6, 7 -> addTask();
            case 8 -> new PlanEdit.ChangeTask(task(), name(), null, "kind", null, List.of(requirement()), null);
            case 9 -> new PlanEdit.MoveTask(task(), random.nextBoolean() ? milestone() : null, position());
            case 10 -> splitTask();
            case 11 -> new PlanEdit.MergeTasks(task(), List.of(task(), task()));
            case 12 -> new PlanEdit.DeleteTask(task(), fate());
            case 13, 14 -> new PlanEdit.AddSubtask(task(), position(), name(), null, kind(), path());
            case 15 -> new PlanEdit.ChangeSubtask(subtask(), name(), null, kind(), path());
            case 16 -> new PlanEdit.MoveSubtask(subtask(), random.nextBoolean() ? task() : null, position());
            case 17 -> new PlanEdit.SplitSubtask(subtask(), name(), null, path());
            case 18 -> new PlanEdit.MergeSubtasks(subtask(), List.of(subtask()));
            case 19 -> new PlanEdit.DeleteSubtask(subtask());
            case 20 -> new PlanEdit.AddDependency(random.nextInt(4) == 0 ? milestone() : task(), task());
            case 21 -> new PlanEdit.RemoveDependency(task(), task());
            case 22 ->
                new PlanEdit.ChangeRequirement(key(), of(SENTENCES), random.nextBoolean() ? Priority.SHOULD : null);
            case 23 ->
                random.nextBoolean()
                        ? new PlanEdit.AddRequirement(of(SENTENCES), null)
                        : new PlanEdit.DeleteRequirement(key());
            default -> new PlanEdit.DeferRequirements(Set.of(key()), "ann", "later");
        };
    }

    private PlanEdit splitMilestone() {
        Milestone milestone = of(milestones);
        return new PlanEdit.SplitMilestone(
                milestone.id(),
                name(),
                null,
                some(milestone.tasks().stream().map(Task::id).toList()));
    }

    private PlanEdit splitTask() {
        Task task = of(tasks);
        return new PlanEdit.SplitTask(
                task.id(),
                name(),
                null,
                some(task.subtasks().stream().map(Subtask::id).toList()));
    }

    private PlanEdit addTask() {
        List<PlanEdit.NewSubtask> subtasks = List.of(
                new PlanEdit.NewSubtask("Write it", null, null, path()),
                new PlanEdit.NewSubtask("Look at it", null, SubtaskKind.CHECK, null));
        return new PlanEdit.AddTask(
                milestone(), position(), name(), null, null, null, List.of(task()), List.of(requirement()), subtasks);
    }

    private UUID stranger() {
        return new UUID(random.nextLong(), 0);
    }

    private UUID task() {
        return random.nextInt(20) == 0 ? stranger() : of(tasks).id();
    }

    private UUID milestone() {
        return random.nextInt(20) == 0 ? stranger() : of(milestones).id();
    }

    private UUID requirement() {
        return random.nextInt(20) == 0 || requirements.isEmpty()
                ? stranger()
                : of(requirements).id();
    }

    private String key() {
        return random.nextInt(20) == 0 || requirements.isEmpty()
                ? "R-999"
                : of(requirements).key();
    }

    private UUID subtask() {
        return random.nextInt(20) == 0 ? stranger() : of(of(tasks).subtasks()).id();
    }

    private String phase() {
        return of(List.of("Setup", "Core", "Polish", "Afterwards"));
    }

    private Integer position() {
        return random.nextInt(3) == 0 ? null : random.nextInt(5);
    }

    private String name() {
        return random.nextInt(20) == 0 ? of(List.of("", " ", "two\nlines")) : "Name " + random.nextInt(1000);
    }

    private SubtaskKind kind() {
        return random.nextInt(3) == 0 ? of(List.of(SubtaskKind.values())) : null;
    }

    private String path() {
        return random.nextInt(3) == 0 ? null : of(PATHS);
    }

    private Dependents fate() {
        return random.nextInt(3) == 0 ? null : of(List.of(Dependents.values()));
    }

    private <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> some(List<T> list) {
        List<T> some = new ArrayList<>();
        list.stream().filter(each -> random.nextBoolean()).forEach(some::add);
        return some;
    }
}
