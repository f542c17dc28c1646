package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.Words;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The order in which tests are most likely to see a change of a file: by the plan, then by what sentences speak of. */
final class NearestTests {

    private static final int SAME_TASK = 0;
    private static final int SAME_FEATURE = 1;
    private static final int ANY = 2;

    private final Generated generated;
    private final PlanDocument plan;
    private final Map<UUID, String> features = new HashMap<>();

    NearestTests(Generated generated) {
        this.generated = generated;
        this.plan = Blueprint.plan(generated.discovery());
        Forms.covered(generated.discovery())
                .forEach(read -> features.put(
                        read.requirement().id(), Words.snake(read.form().entity())));
    }

    /** Ids of all tests, the nearest first. */
    List<String> first(String file) {
        Set<UUID> near = plan.tasks()
                .filter(task -> task.targetFiles().contains(file))
                .flatMap(task -> task.requirementIds().stream())
                .collect(Collectors.toSet());
        return generated.specifications().stream()
                .sorted(Comparator.comparing(test -> distance(test, file, near)))
                .map(TestSpecification::id)
                .toList();
    }

    private int distance(TestSpecification test, String file, Set<UUID> near) {
        if (near.contains(test.requirementId())) {
            return SAME_TASK;
        }
        return file.contains("/" + features.get(test.requirementId()) + "/") ? SAME_FEATURE : ANY;
    }
}
