package dev.masterplan.blueprint.plan;

import dev.masterplan.blueprint.code.ProgramModel;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Binds each test to the tasks of its requirement and to all that these need to run. */
public final class TestBinding {

    private final ProgramModel model;
    private final PlanDocument plan;
    private final Map<UUID, Task> byId;

    private TestBinding(ProgramModel model, PlanDocument plan) {
        this.model = model;
        this.plan = plan;
        this.byId = plan.tasks().collect(Collectors.toMap(Task::id, t -> t, (a, b) -> a, LinkedHashMap::new));
    }

    public static List<TestSpecification> bind(
            Discovery discovery, PlanDocument plan, List<TestSpecification> specifications) {
        TestBinding binding = new TestBinding(ProgramModel.of(discovery), plan);
        return specifications.stream().map(binding::bound).toList();
    }

    private TestSpecification bound(TestSpecification test) {
        Set<UUID> requirements = new HashSet<>(entities(test.requirementId()));
        requirements.add(test.requirementId());
        Set<UUID> needed = new LinkedHashSet<>();
        plan.tasks()
                .filter(t -> !Collections.disjoint(t.requirementIds(), requirements))
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

    /** The requirements that describe what the sentence speaks of: a test makes records of each through HTTP. */
    private List<UUID> entities(UUID requirement) {
        return model.sentences().stream()
                .filter(s -> s.requirement().id().equals(requirement))
                .findFirst()
                .map(s -> model.descriptions(s.form()))
                .orElse(List.of());
    }

    private void collect(UUID task, Set<UUID> needed) {
        if (byId.containsKey(task) && needed.add(task)) {
            byId.get(task).dependsOn().forEach(d -> collect(d, needed));
        }
    }
}
