package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with the order of a plan's tasks: cycles, references to nothing, to later ones, and orphans. */
final class GraphRules {

    private GraphRules() {}

    static Stream<Finding> findings(PlanDocument plan, TaskGraph graph) {
        return Stream.of(cycles(graph), references(plan, graph), milestoneReferences(plan), orphans(graph))
                .flatMap(found -> found);
    }

    private static Stream<Finding> cycles(TaskGraph graph) {
        return graph.cycles().stream()
                .map(cycle -> Finding.error("cycle", "tasks wait for each other: " + edges(cycle))
                        .ofTask(cycle.getFirst().number()));
    }

    private static String edges(List<Task> cycle) {
        String path = cycle.stream().map(task -> task.number() + " → ").collect(Collectors.joining());
        return path + cycle.getFirst().number();
    }

    private static Stream<Finding> references(PlanDocument plan, TaskGraph graph) {
        return plan.tasks().flatMap(task -> task.dependsOn().stream().flatMap(id -> reference(task, id, graph)));
    }

    private static Stream<Finding> reference(Task task, UUID needed, TaskGraph graph) {
        Task target = graph.tasks().get(needed);
        if (target == null) {
            return Stream.of(Finding.error(
                            "unknown_reference",
                            "task " + task.number() + " depends on " + needed + ", which is no task of this plan")
                    .ofTask(task.number()));
        }
        if (target.number() > task.number()) {
            return Stream.of(Finding.error(
                            "forward_reference",
                            "task " + task.number() + " depends on the later task " + target.number())
                    .ofTask(task.number()));
        }
        return Stream.empty();
    }

    private static Stream<Finding> milestoneReferences(PlanDocument plan) {
        Map<UUID, Integer> numbers = new HashMap<>();
        plan.milestones().forEach(milestone -> numbers.put(milestone.id(), milestone.number()));
        return plan.milestones()
                .flatMap(milestone -> milestone.dependsOn().stream()
                        .filter(needed -> !numbers.containsKey(needed) || numbers.get(needed) > milestone.number())
                        .map(needed -> milestoneReference(milestone, needed, numbers.get(needed))));
    }

    private static Finding milestoneReference(Milestone milestone, UUID needed, Integer number) {
        String subject = "milestone " + milestone.number() + " depends on ";
        return number == null
                ? Finding.error("unknown_reference", subject + needed + ", which is no milestone of this plan")
                : Finding.error("forward_reference", subject + "the later milestone " + number);
    }

    /** A task that keeps no requirement, waits for nothing and is awaited by nobody, beside other tasks. */
    private static Stream<Finding> orphans(TaskGraph graph) {
        Set<UUID> awaited = new HashSet<>();
        graph.tasks().keySet().forEach(task -> awaited.addAll(graph.dependencies(task)));
        return graph.tasks().values().stream()
                .filter(task -> graph.tasks().size() > 1)
                .filter(task -> task.requirementIds().isEmpty())
                .filter(task -> graph.dependencies(task.id()).isEmpty() && !awaited.contains(task.id()))
                .map(task -> Finding.warning(
                                "orphan_task",
                                "task " + task.number() + " \"" + task.name()
                                        + "\" keeps no requirement and no other task needs it")
                        .ofTask(task.number()));
    }
}
