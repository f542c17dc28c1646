package dev.masterplan.execution.codegen;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;
import java.util.Map;

/** The test author without AI; it sees specifications and discovery only. */
public final class BlueprintTestAuthor implements TestAuthor {

    @Override
    public Map<String, String> write(Discovery discovery, List<TestSpecification> specifications) {
        return Blueprint.acceptanceTests(discovery, specifications);
    }
}
