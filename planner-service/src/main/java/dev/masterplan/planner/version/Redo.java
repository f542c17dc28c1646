package dev.masterplan.planner.version;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.analysis.AtomOrder;
import dev.masterplan.planner.analysis.Estimate;
import dev.masterplan.planner.analysis.Estimator;
import dev.masterplan.planner.analysis.Prices;
import dev.masterplan.planner.masterplan.PlanContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which atoms would be done again if a later version were built where an earlier one stands. Atoms are matched by
 * subtask id and input: text, file, requirements and their tests; who waits for one that is done again is done again.
 *
 * @param atoms   in plan order
 * @param kept    number of those that stay as they are
 * @param removed number of those whose file is given up or left as it is
 */
public record Redo(List<Again> atoms, int kept, int removed, Estimate.Cost costUsd, double seconds) {

    /** Why an atom is done again. */
    public enum Why {
        /** It was not in the earlier version. */
        NEW,
        /** Its text, file, requirements or tests differ. */
        CHANGED,
        /** It waits for one that is done again. */
        DEPENDS
    }

    /** @param name "task - subtask" */
    public record Again(UUID subtaskId, int taskNumber, int subtaskNumber, String name, String file, Why why) {}

    public static Redo between(PlanContent before, PlanContent after, Estimator estimator, Prices prices) {
        Map<UUID, Input> was = inputs(before);
        Map<UUID, Input> is = inputs(after);
        AtomOrder order = AtomOrder.of(after.plan());
        Map<UUID, Why> why = reasons(was, is, order);
        List<Again> atoms = new ArrayList<>();
        after.plan()
                .tasks()
                .forEach(task -> task.subtasks().stream()
                        .filter(subtask -> why.containsKey(subtask.id()))
                        .forEach(subtask -> atoms.add(again(task, subtask, why.get(subtask.id())))));
        int removed =
                (int) was.keySet().stream().filter(id -> !is.containsKey(id)).count();
        Estimate estimate = estimator.again(
                atoms.size(), order.levels(why.keySet()), after.tests().size(), prices);
        return new Redo(atoms, is.size() - atoms.size(), removed, estimate.costUsd(), estimate.seconds());
    }

    private static Again again(Task task, Subtask subtask, Why why) {
        return new Again(
                subtask.id(),
                task.number(),
                subtask.number(),
                task.name() + " - " + subtask.name(),
                subtask.targetFile(),
                why);
    }

    private static Map<UUID, Why> reasons(Map<UUID, Input> was, Map<UUID, Input> is, AtomOrder order) {
        Map<UUID, Why> why = new LinkedHashMap<>();
        is.forEach((id, input) -> {
            if (!was.containsKey(id)) {
                why.put(id, Why.NEW);
            } else if (!was.get(id).equals(input)) {
                why.put(id, Why.CHANGED);
            }
        });
        Set<UUID> changed = new HashSet<>(why.keySet());
        order.dependents(changed).forEach(id -> why.putIfAbsent(id, Why.DEPENDS));
        return why;
    }

    /** What an atom is made from, beside the outputs of those that it waits for. */
    private record Input(
            String name,
            String description,
            String taskName,
            String taskDescription,
            String file,
            Set<String> requirements,
            Set<String> tests,
            Set<UUID> needs) {}

    private static Map<UUID, Input> inputs(PlanContent content) {
        Map<UUID, Set<String>> tests = new HashMap<>();
        content.tests()
                .forEach(test -> tests.computeIfAbsent(test.requirementId(), id -> new HashSet<>())
                        .add(said(test)));
        Map<UUID, String> sentences =
                content.discovery().requirements().stream().collect(Collectors.toMap(Requirement::id, Redo::said));
        Map<UUID, Input> inputs = new LinkedHashMap<>();
        PlanDocument plan = content.plan();
        AtomOrder order = AtomOrder.of(plan);
        plan.tasks()
                .forEach(task -> task.subtasks()
                        .forEach(subtask -> inputs.put(
                                subtask.id(),
                                new Input(
                                        subtask.name(),
                                        subtask.description(),
                                        task.name(),
                                        task.description(),
                                        subtask.targetFile(),
                                        said(task, id -> Stream.ofNullable(sentences.get(id))),
                                        said(task, id -> tests.getOrDefault(id, Set.of()).stream()),
                                        order.dependencies(subtask.id())))));
        return inputs;
    }

    private static Set<String> said(Task task, Function<UUID, Stream<String>> texts) {
        return task.requirementIds().stream().flatMap(texts).collect(Collectors.toSet());
    }

    private static String said(Requirement requirement) {
        return requirement.sentence() + "\n" + requirement.acceptance() + "\n" + requirement.reading();
    }

    private static String said(TestSpecification test) {
        return Stream.of(test.id(), test.given(), test.when(), test.then(), String.valueOf(test.priority()))
                .collect(Collectors.joining("\n"));
    }
}
