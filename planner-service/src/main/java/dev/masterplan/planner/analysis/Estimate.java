package dev.masterplan.planner.analysis;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a plan will take.
 *
 * @param seconds likely duration from approval to the last gate
 * @param waves   levels of the task graph; 0 when tasks wait for each other
 */
public record Estimate(
        Cost costUsd,
        double seconds,
        int atoms,
        int waves,
        int tasks,
        int subtasks,
        int milestones,
        int phases,
        int tests,
        List<String> assumptions) {

    public Estimate {
        assumptions = List.copyOf(assumptions);
    }

    /** A range of money in USD. */
    public record Cost(BigDecimal low, BigDecimal likely, BigDecimal high) {}
}
