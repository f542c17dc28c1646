package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Required;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One change of a plan. Positions count from 1 in the list that they point into, null = at its end; in a change, null
 * leaves the field as it is. What is split or merged keeps the id that the edit names; ids of subtasks always live on.
 */
public sealed interface PlanEdit {

    /** What happens to those that waited for something that is deleted. */
    enum Dependents {
        /** They wait for what it waited for. */
        INHERIT,
        /** They wait for nothing in its place. */
        DETACH
    }

    /** An edit of a milestone. */
    sealed interface OfMilestone extends PlanEdit {}

    /** @param phase Setup, Core or Polish */
    record AddMilestone(String phase, Integer position, String name, String description) implements OfMilestone {}

    record ChangeMilestone(UUID id, String name, String description) implements OfMilestone {}

    /** @param phase null = the one it stands in */
    record MoveMilestone(UUID id, String phase, Integer position) implements OfMilestone {}

    /** @param tasks that go to the new milestone, which follows; not all of them */
    record SplitMilestone(UUID id, String name, String description, List<UUID> tasks) implements OfMilestone {
        public SplitMilestone {
            tasks = Required.copy(tasks);
        }
    }

    /** @param others whose tasks come after its own */
    record MergeMilestones(UUID id, List<UUID> others) implements OfMilestone {
        public MergeMilestones {
            others = Required.copy(others);
        }
    }

    /** @param moveTasksTo milestone that takes its tasks; null = they are deleted with it */
    record DeleteMilestone(UUID id, UUID moveTasksTo, Dependents dependents) implements OfMilestone {}

    /** An edit of a task. */
    sealed interface OfTask extends PlanEdit {}

    /** @param subtasks at least one */
    record AddTask(
            UUID milestone,
            Integer position,
            String name,
            String description,
            String kind,
            Complexity complexity,
            List<UUID> dependsOn,
            List<UUID> requirementIds,
            List<NewSubtask> subtasks)
            implements OfTask {
        public AddTask {
            dependsOn = Required.copy(dependsOn);
            requirementIds = Required.copy(requirementIds);
            subtasks = Required.copy(subtasks);
        }
    }

    /** @param targetFiles at least those that its subtasks write */
    record ChangeTask(
            UUID id,
            String name,
            String description,
            String kind,
            Complexity complexity,
            List<UUID> requirementIds,
            List<String> targetFiles)
            implements OfTask {
        public ChangeTask {
            requirementIds = requirementIds == null ? null : List.copyOf(requirementIds);
            targetFiles = targetFiles == null ? null : List.copyOf(targetFiles);
        }
    }

    /** @param milestone null = the one it stands in */
    record MoveTask(UUID id, UUID milestone, Integer position) implements OfTask {}

    /** @param subtasks that go to the new task, which follows and waits for this one; not all of them */
    record SplitTask(UUID id, String name, String description, List<UUID> subtasks) implements OfTask {
        public SplitTask {
            subtasks = Required.copy(subtasks);
        }
    }

    /** @param others whose subtasks come after its own */
    record MergeTasks(UUID id, List<UUID> others) implements OfTask {
        public MergeTasks {
            others = Required.copy(others);
        }
    }

    record DeleteTask(UUID id, Dependents dependents) implements OfTask {}

    /** An edit of a subtask. */
    sealed interface OfSubtask extends PlanEdit {}

    /** @param kind null = FILE with a file, CHECK without */
    record NewSubtask(String name, String description, SubtaskKind kind, String targetFile) {}

    record AddSubtask(UUID task, Integer position, String name, String description, SubtaskKind kind, String targetFile)
            implements OfSubtask {}

    record ChangeSubtask(UUID id, String name, String description, SubtaskKind kind, String targetFile)
            implements OfSubtask {}

    /** @param task null = the one it stands in */
    record MoveSubtask(UUID id, UUID task, Integer position) implements OfSubtask {}

    /** @param targetFile null = the same file, as the next link of its chain */
    record SplitSubtask(UUID id, String name, String description, String targetFile) implements OfSubtask {}

    /** @param others of the same task, writing the same file */
    record MergeSubtasks(UUID id, List<UUID> others) implements OfSubtask {
        public MergeSubtasks {
            others = Required.copy(others);
        }
    }

    record DeleteSubtask(UUID id) implements OfSubtask {}

    /** An edit of what waits for what. */
    sealed interface OfDependency extends PlanEdit {}

    /** @param id task or milestone that waits; @param on another of the same kind */
    record AddDependency(UUID id, UUID on) implements OfDependency {}

    record RemoveDependency(UUID id, UUID on) implements OfDependency {}

    /** An edit of a requirement; sentences are read again by the plan's author. */
    sealed interface OfRequirement extends PlanEdit {}

    /** @param priority null = what the sentence says */
    record AddRequirement(String sentence, Priority priority) implements OfRequirement {}

    /** @param key as in {@code R-001} */
    record ChangeRequirement(String key, String sentence, Priority priority) implements OfRequirement {}

    record DeleteRequirement(String key) implements OfRequirement {}

    /** @param keys empty = every requirement that is not covered; @param by who puts them off */
    record DeferRequirements(Set<String> keys, String by, String reason) implements OfRequirement {
        public DeferRequirements {
            keys = Set.copyOf(keys);
        }
    }
}
