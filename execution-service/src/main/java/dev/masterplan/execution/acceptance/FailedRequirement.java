package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Required;
import java.util.List;

/** A requirement with at least one failing due test. */
public record FailedRequirement(String requirementKey, Priority priority, List<String> testIds) {
    public FailedRequirement {
        requirementKey = Required.text(requirementKey, "requirement_key");
        priority = Required.value(priority, "priority");
        testIds = Required.copy(testIds);
    }
}
