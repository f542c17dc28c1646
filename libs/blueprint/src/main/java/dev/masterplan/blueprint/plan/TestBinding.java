package dev.masterplan.blueprint.plan;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Binds each test to the tasks of its requirement and to all that these need to run. */
public final class TestBinding {

    private final PlanDocument plan;
    private final Map<UUID, Task> byId;

    private TestBinding(PlanDocument plan) {
        this.plan = plan;
        this.byId = plan.tasks().collect(Collectors.toMap(Task::id, t -> t, (a, b) -> a, LinkedHashMap::new));
    }

    public static List<TestSpecification> bind(
            Discovery discovery, PlanDocument plan, List<TestSpecification> specifications) {
        TestBinding binding = new TestBinding(plan);
        return specifications.stream().map(binding::bound).toList();
    }

    private TestSpecification bound(TestSpecification test) {
        Set<UUID> needed = new LinkedHashSet<>();
        plan.tasks()
                .filter(t -> t.requirementIds().contains(test.requirementId()))
                .forEach(t -> collect(t.id(), needed));
        List<UUID> inOrder = byId.keySet().stream().filter(needed::contains).toList();
        return new TestSpecification(
                test.id(),
                test.requirementId(),
                test.requirementKey(),
                test.priority(),
                test.caseName(),
                test.given(),
                test.when(),
                test.then(),
                inOrder,
                test.timed());
    }

    private void collect(UUID task, Set<UUID> needed) {
        if (byId.containsKey(task) && needed.add(task)) {
            byId.get(task).dependsOn().forEach(d -> collect(d, needed));
        }
    }
}
