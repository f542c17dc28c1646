package dev.masterplan.messaging.plan;

import java.util.List;
import java.util.UUID;

/**
 * One acceptance test, before its code exists.
 *
 * @param id       {@code T-007-2}: the requirement's number and the test's
 * @param caseName which case of the requirement's form it proves, e.g. {@code refused-above-limit}
 * @param tasks    ids of the tasks that must be done before the test can pass
 * @param timed    it measures time: runs alone, best of three
 */
public record TestSpecification(
        String id,
        UUID requirementId,
        String requirementKey,
        Priority priority,
        String caseName,
        String given,
        String when,
        String then,
        List<UUID> tasks,
        boolean timed) {
    public TestSpecification {
        id = Required.text(id, "id");
        requirementId = Required.value(requirementId, "requirement_id");
        requirementKey = Required.text(requirementKey, "requirement_key");
        priority = Required.value(priority, "priority");
        caseName = Required.text(caseName, "case_name");
        tasks = Required.copy(tasks);
    }
}
