package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Required;

/** How a due test ended. @param passed flaky ones too; what did not run has not passed */
public record DueResult(String testId, String requirementKey, Priority priority, boolean passed) {
    public DueResult {
        testId = Required.text(testId, "test_id");
        requirementKey = Required.text(requirementKey, "requirement_key");
        priority = Required.value(priority, "priority");
    }
}
