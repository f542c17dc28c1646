package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which subtask waits for which, by the two passes that atoms are ordered by: the chain of each file; then the first of
 * each file in a task waits for the last of each file in the tasks that the task waits for.
 */
public final class AtomOrder {

    private final Map<UUID, Set<UUID>> dependencies = new LinkedHashMap<>();

    private AtomOrder() {}

    public static AtomOrder of(PlanDocument plan) {
        AtomOrder order = new AtomOrder();
        TaskGraph graph = TaskGraph.of(plan);
        Map<String, UUID> lastOfFile = new HashMap<>();
        for (Task task : graph.tasks().values()) {
            for (Subtask subtask : task.subtasks()) {
                Set<UUID> needs = new LinkedHashSet<>();
                UUID before = subtask.targetFile() == null ? null : lastOfFile.put(subtask.targetFile(), subtask.id());
                if (before != null) {
                    needs.add(before);
                }
                order.dependencies.put(subtask.id(), needs);
            }
        }
        graph.tasks().values().forEach(task -> order.join(task, graph));
        return order;
    }

    private void join(Task task, TaskGraph graph) {
        Map<String, UUID> firsts = new LinkedHashMap<>();
        task.subtasks().forEach(subtask -> firsts.putIfAbsent(lane(subtask), subtask.id()));
        for (UUID needed : graph.dependencies(task.id())) {
            Collection<UUID> lasts = lasts(graph.tasks().get(needed));
            firsts.values().forEach(first -> dependencies.get(first).addAll(lasts));
        }
    }

    private static Collection<UUID> lasts(Task task) {
        Map<String, UUID> lasts = new LinkedHashMap<>();
        task.subtasks().forEach(subtask -> lasts.put(lane(subtask), subtask.id()));
        return lasts.values();
    }

    private static String lane(Subtask subtask) {
        return subtask.targetFile() == null ? "check " + subtask.id() : subtask.targetFile();
    }

    /** Subtasks that must be done right before this one. */
    public Set<UUID> dependencies(UUID subtask) {
        return dependencies.get(subtask);
    }

    /** Those that wait for one of these, directly or not, beside themselves. */
    public Set<UUID> dependents(Set<UUID> of) {
        Map<UUID, List<UUID>> dependents = new HashMap<>();
        dependencies.forEach((id, needs) -> needs.forEach(
                need -> dependents.computeIfAbsent(need, n -> new ArrayList<>()).add(id)));
        Set<UUID> found = new LinkedHashSet<>();
        List<UUID> open = new ArrayList<>(of);
        while (!open.isEmpty()) {
            for (UUID next : dependents.getOrDefault(open.removeLast(), List.of())) {
                if (!of.contains(next) && found.add(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    /** How many of these stand in a row at most; those on a circle count none. */
    public int levels(Set<UUID> subtasks) {
        Set<UUID> left = new LinkedHashSet<>(subtasks);
        int levels = 0;
        while (!left.isEmpty()) {
            Set<UUID> ready = new HashSet<>();
            for (UUID id : left) {
                if (dependencies.get(id).stream().noneMatch(left::contains)) {
                    ready.add(id);
                }
            }
            if (ready.isEmpty()) {
                return levels;
            }
            left.removeAll(ready);
            levels++;
        }
        return levels;
    }
}
