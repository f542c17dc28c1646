package dev.masterplan.execution.memory;

import dev.masterplan.messaging.plan.TestSpecification;
import java.util.Collection;

/** Which file of {@code acceptance/} holds a test: the one named after its requirement. */
public final class TestFiles {

    private TestFiles() {}

    /** @return null when no file is named after it */
    public static String of(TestSpecification test, Collection<String> paths) {
        String start = "acceptance/test_" + test.requirementKey().toLowerCase().replace("-", "") + "_";
        return paths.stream().filter(p -> p.startsWith(start)).findFirst().orElse(null);
    }
}
