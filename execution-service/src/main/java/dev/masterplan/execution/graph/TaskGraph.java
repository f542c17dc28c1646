package dev.masterplan.execution.graph;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which task waits for which: the plan's own edges, those of its milestones, and the order of tasks that share a file.
 * Unknown dependencies are reported, never dropped.
 */
public final class TaskGraph {

    private final List<Task> tasks;
    private final List<Set<Integer>> dependsOn = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private TaskGraph(PlanDocument plan) {
        tasks = plan.tasks().toList();
        tasks.forEach(task -> dependsOn.add(new TreeSet<>()));
        Map<UUID, Integer> index = new HashMap<>();
        for (int t = 0; t < tasks.size(); t++) {
            index.put(tasks.get(t).id(), t);
        }
        addOwn(index);
        addMilestones(plan, index);
        addSharedFiles();
    }

    public static TaskGraph of(PlanDocument plan) {
        return new TaskGraph(plan);
    }

    public List<Task> tasks() {
        return tasks;
    }

    /** Indexes of the tasks that task {@code t} waits for. */
    public Set<Integer> dependsOn(int t) {
        return dependsOn.get(t);
    }

    /** Dependencies that name no task or milestone of the plan. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void addOwn(Map<UUID, Integer> index) {
        for (int t = 0; t < tasks.size(); t++) {
            for (UUID id : tasks.get(t).dependsOn()) {
                Integer dependency = index.get(id);
                if (dependency == null) {
                    problems.add("task %d depends on unknown task %s"
                            .formatted(tasks.get(t).number(), id));
                } else {
                    dependsOn.get(t).add(dependency);
                }
            }
        }
    }

    private void addMilestones(PlanDocument plan, Map<UUID, Integer> index) {
        Map<UUID, Milestone> milestones = new HashMap<>();
        plan.milestones().forEach(m -> milestones.put(m.id(), m));
        plan.milestones()
                .forEach(m -> m.dependsOn().forEach(id -> {
                    Milestone before = milestones.get(id);
                    if (before == null) {
                        problems.add("milestone %d depends on unknown milestone %s".formatted(m.number(), id));
                    } else {
                        addAll(m, before, index);
                    }
                }));
    }

    private void addAll(Milestone after, Milestone before, Map<UUID, Integer> index) {
        for (Task task : after.tasks()) {
            for (Task dependency : before.tasks()) {
                dependsOn.get(index.get(task.id())).add(index.get(dependency.id()));
            }
        }
    }

    /** Two tasks on one file run in the order of their numbers. */
    private void addSharedFiles() {
        Map<String, Integer> lastOwner = new HashMap<>();
        for (int t = 0; t < tasks.size(); t++) {
            Set<String> files = new HashSet<>();
            tasks.get(t).subtasks().stream()
                    .map(Subtask::targetFile)
                    .filter(f -> f != null)
                    .forEach(files::add);
            for (String file : files) {
                Integer before = lastOwner.put(file, t);
                if (before != null) {
                    dependsOn.get(t).add(before);
                }
            }
        }
    }
}
