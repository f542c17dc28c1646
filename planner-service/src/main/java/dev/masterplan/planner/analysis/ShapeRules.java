package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether a plan has the shape plans have: its phases, names that tell things apart, and sizes within guidance. */
final class ShapeRules {

    private static final List<String> PHASES = List.of("Setup", "Core", "Polish");

    private ShapeRules() {}

    static Stream<Finding> findings(Discovery discovery, PlanDocument plan, Guidance guidance) {
        return Stream.of(
                        phases(plan),
                        twice("duplicate_number", "task number", true, plan.tasks(), Task::number),
                        twice("duplicate_id", "task id", true, plan.tasks(), Task::id),
                        twice("duplicate_name", "task name", false, plan.tasks(), Task::name),
                        twice("duplicate_name", "milestone name", false, plan.milestones(), Milestone::name),
                        plan.tasks().flatMap(ShapeRules::subtaskNames),
                        plan.tasks().flatMap(task -> subtaskCount(task, guidance)),
                        taskCount(discovery, plan, guidance))
                .flatMap(found -> found);
    }

    private static Stream<Finding> phases(PlanDocument plan) {
        List<String> names = plan.phases().stream().map(Phase::name).toList();
        return names.equals(PHASES)
                ? Stream.empty()
                : Stream.of(Finding.error("phases", "a plan has the phases Setup, Core, Polish, not " + names));
    }

    private static <T> Stream<Finding> twice(
            String code, String what, boolean error, Stream<T> things, Function<T, Object> trait) {
        Set<Object> seen = new HashSet<>();
        return things.map(trait)
                .filter(value -> !seen.add(value))
                .distinct()
                .map(value -> what + " \"" + value + "\" is used more than once")
                .map(text -> error ? Finding.error(code, text) : Finding.warning(code, text));
    }

    private static Stream<Finding> subtaskNames(Task task) {
        return twice(
                        "duplicate_name",
                        "subtask name of task " + task.number(),
                        false,
                        task.subtasks().stream(),
                        Subtask::name)
                .map(finding -> finding.ofTask(task.number()));
    }

    /** Fewer than usual is right where every target file has its one subtask: there is no more to write. */
    private static Stream<Finding> subtaskCount(Task task, Guidance guidance) {
        int count = task.subtasks().size();
        boolean tooFew =
                count < guidance.minSubtasks() && count != task.targetFiles().size();
        if (count > 0 && !tooFew && count <= guidance.maxSubtasks()) {
            return Stream.empty();
        }
        return Stream.of(Finding.warning(
                        "subtask_count",
                        "task " + task.number() + " has " + count + " subtasks, usual are " + guidance.minSubtasks()
                                + " to " + guidance.maxSubtasks())
                .ofTask(task.number()));
    }

    private static Stream<Finding> taskCount(Discovery discovery, PlanDocument plan, Guidance guidance) {
        int services = discovery.services().size();
        int usual = 2 * discovery.boundedContexts().size()
                + 4 * discovery.aggregates().size()
                + services
                + Math.ceilDiv(services, 2)
                + 5;
        long tasks = plan.tasks().count();
        return Math.abs(tasks - usual) <= usual * guidance.taskCountTolerance()
                ? Stream.empty()
                : Stream.of(Finding.warning("task_count", tasks + " tasks, guidance for this discovery is " + usual));
    }
}
