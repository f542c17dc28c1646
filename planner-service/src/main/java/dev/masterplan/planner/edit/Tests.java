package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The test specifications of an edited plan: those that the author specifies, and those that came with the plan and no
 * author specifies, as long as their sentence is what it was. None names a task that is gone.
 */
final class Tests {

    private final List<TestSpecification> specified;

    Tests(List<TestSpecification> specified) {
        this.specified = specified;
    }

    List<TestSpecification> with(List<TestSpecification> before, Discovery discovery, PlanDocument plan) {
        Set<UUID> authored =
                specified.stream().map(TestSpecification::requirementId).collect(Collectors.toSet());
        List<TestSpecification> all = new ArrayList<>(specified);
        Needed needed = new Needed(plan);
        before.stream()
                .filter(test -> !authored.contains(test.requirementId()))
                .forEach(test -> discovery
                        .requirement(test.requirementId())
                        .filter(requirement -> requirement.coverage().state() == State.COVERED)
                        .filter(requirement -> requirement.reading() == null)
                        .ifPresent(requirement -> all.add(bound(test, requirement, needed))));
        return all;
    }

    private static TestSpecification bound(TestSpecification test, Requirement requirement, Needed needed) {
        return new TestSpecification(
                test.id(),
                requirement.id(),
                requirement.key(),
                requirement.priority(),
                test.caseName(),
                test.given(),
                test.when(),
                test.then(),
                needed.by(requirement.id()),
                test.timed());
    }

    /** Tasks that must be done before a requirement can be kept, in plan order. */
    private static final class Needed {
        private final Map<UUID, Task> tasks = new HashMap<>();
        private final PlanDocument plan;

        Needed(PlanDocument plan) {
            this.plan = plan;
            plan.tasks().forEach(task -> tasks.put(task.id(), task));
        }

        List<UUID> by(UUID requirement) {
            Set<UUID> needed = new HashSet<>();
            List<UUID> open = new ArrayList<>(plan.tasks()
                    .filter(task -> task.requirementIds().contains(requirement))
                    .map(Task::id)
                    .toList());
            while (!open.isEmpty()) {
                UUID id = open.removeLast();
                if (tasks.containsKey(id) && needed.add(id)) {
                    open.addAll(tasks.get(id).dependsOn());
                }
            }
            return plan.tasks().map(Task::id).filter(needed::contains).toList();
        }
    }
}
