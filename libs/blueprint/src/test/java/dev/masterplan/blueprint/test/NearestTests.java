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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The order in which tests are most likely to see a change of a file: by the plan, then by what sentences speak of; for a
 * file that all features share, first the tests that speak of what it does ({@code listing.py}: "listed").
 */
final class NearestTests {

    private static final int SAME_TASK = 0;
    private static final int SAME_WORD = 1;
    private static final int SAME_FEATURE = 2;
    private static final int ANY = 3;
    private static final Pattern SHARED = Pattern.compile("app/(\\w+?)(?:ing|s)?\\.py");

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
        Matcher shared = SHARED.matcher(file);
        if (shared.matches() && (test.given() + test.when() + test.then()).contains(shared.group(1))) {
            return SAME_WORD;
        }
        return file.contains("/" + features.get(test.requirementId()) + "/") ? SAME_FEATURE : ANY;
    }
}
