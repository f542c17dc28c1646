package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which task waits for which: stated dependencies, those of its milestone, and the order of tasks that write one file.
 * Unknown ids add no edge; they are a finding of {@link GraphRules}.
 */
final class TaskGraph {

    private final Map<UUID, Task> tasks = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> dependencies = new LinkedHashMap<>();

    /** Worked out when it is first asked for; the graph does not change any more then. */
    private List<List<Task>> levels;

    private TaskGraph() {}

    static TaskGraph of(PlanDocument plan) {
        TaskGraph graph = new TaskGraph();
        plan.tasks().forEach(graph::addTask);
        graph.addStatedEdges();
        graph.addMilestoneEdges(plan);
        graph.addFileEdges();
        return graph;
    }

    private void addTask(Task task) {
        tasks.put(task.id(), task);
        dependencies.put(task.id(), new LinkedHashSet<>());
    }

    private void addStatedEdges() {
        tasks.values().forEach(task -> task.dependsOn().forEach(needed -> addEdge(task.id(), needed)));
    }

    private void addMilestoneEdges(PlanDocument plan) {
        Map<UUID, Milestone> milestones = new HashMap<>();
        plan.milestones().forEach(milestone -> milestones.put(milestone.id(), milestone));
        plan.milestones()
                .forEach(milestone -> milestone.dependsOn().stream()
                        .filter(milestones::containsKey)
                        .forEach(needed -> addMilestoneEdge(milestone, milestones.get(needed))));
    }

    private void addMilestoneEdge(Milestone milestone, Milestone needed) {
        milestone.tasks().forEach(task -> needed.tasks().forEach(before -> addEdge(task.id(), before.id())));
    }

    private void addFileEdges() {
        Map<String, Task> lastWriter = new HashMap<>();
        Map<Integer, Task> byNumber = new TreeMap<>();
        tasks.values().forEach(task -> byNumber.put(task.number(), task));
        for (Task task : byNumber.values()) {
            for (String file : task.targetFiles()) {
                Task before = lastWriter.put(file, task);
                if (before != null && before != task) {
                    addEdge(task.id(), before.id());
                }
            }
        }
    }

    private void addEdge(UUID task, UUID needed) {
        if (tasks.containsKey(needed)) {
            dependencies.get(task).add(needed);
        }
    }

    Map<UUID, Task> tasks() {
        return tasks;
    }

    /** Tasks that must be done before this one. */
    Set<UUID> dependencies(UUID task) {
        return dependencies.get(task);
    }

    /**
     * The tasks level by level: each stands one level after the last that it waits for. Tasks that are on a cycle, or
     * wait for one, have no level and are left out.
     */
    List<List<Task>> levels() {
        if (levels == null) {
            levels = levelByLevel();
        }
        return levels;
    }

    private List<List<Task>> levelByLevel() {
        List<List<Task>> found = new ArrayList<>();
        Set<UUID> done = new HashSet<>();
        List<Task> level = ready(done);
        while (!level.isEmpty()) {
            found.add(level);
            level.forEach(task -> done.add(task.id()));
            level = ready(done);
        }
        return found;
    }

    private List<Task> ready(Set<UUID> done) {
        return tasks.values().stream()
                .filter(task -> !done.contains(task.id()))
                .filter(task -> done.containsAll(dependencies.get(task.id())))
                .toList();
    }

    /** Every cycle that is left after those before it are taken out; each as its tasks in the order of waiting. */
    List<List<Task>> cycles() {
        Set<UUID> left = new LinkedHashSet<>(tasks.keySet());
        List<List<Task>> cycles = new ArrayList<>();
        levels().forEach(level -> level.forEach(task -> left.remove(task.id())));
        dropThoseNobodyWaitsFor(left);
        while (!left.isEmpty()) {
            List<UUID> cycle = walk(left);
            cycles.add(cycle.stream().map(tasks::get).toList());
            cycle.forEach(left::remove);
            dropEndsOfChains(left);
        }
        return cycles;
    }

    private void dropEndsOfChains(Set<UUID> left) {
        boolean changed = true;
        while (changed) {
            changed = left.removeIf(task -> dependencies.get(task).stream().noneMatch(left::contains));
        }
        dropThoseNobodyWaitsFor(left);
    }

    private void dropThoseNobodyWaitsFor(Set<UUID> left) {
        boolean changed = true;
        while (changed) {
            Set<UUID> awaited = new HashSet<>();
            left.forEach(task -> awaited.addAll(dependencies.get(task)));
            changed = left.retainAll(awaited);
        }
    }

    private List<UUID> walk(Set<UUID> left) {
        List<UUID> path = new ArrayList<>();
        UUID task = left.iterator().next();
        while (!path.contains(task)) {
            path.add(task);
            task = dependencies.get(task).stream()
                    .filter(left::contains)
                    .findFirst()
                    .orElseThrow();
        }
        return path.subList(path.indexOf(task), path.size());
    }
}
