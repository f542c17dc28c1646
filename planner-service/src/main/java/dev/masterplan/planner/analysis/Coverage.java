package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import java.util.List;
import java.util.UUID;

/**
 * One row of the matrix requirement × task × test.
 *
 * @param tasks numbers of the tasks that help to keep it
 * @param tests ids of the test specifications that prove it
 */
public record Coverage(
        String requirementKey,
        UUID requirementId,
        Priority priority,
        Requirement.Coverage.State state,
        String reason,
        List<Integer> tasks,
        List<String> tests) {

    public Coverage {
        tasks = List.copyOf(tasks);
        tests = List.copyOf(tests);
    }
}
