package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.Priority;
import java.util.Collection;

/** Due tests counted; a rate over no tests is 1. */
public record GateRates(int mustTotal, int mustPassed, int shouldTotal, int shouldPassed) {

    public static GateRates of(Collection<DueResult> due) {
        return new GateRates(
                count(due, Priority.MUST, false),
                count(due, Priority.MUST, true),
                count(due, Priority.SHOULD, false),
                count(due, Priority.SHOULD, true));
    }

    public double mustRate() {
        return rate(mustPassed, mustTotal);
    }

    public double shouldRate() {
        return rate(shouldPassed, shouldTotal);
    }

    private static double rate(int passed, int total) {
        return total == 0 ? 1 : (double) passed / total;
    }

    private static int count(Collection<DueResult> due, Priority priority, boolean onlyPassed) {
        return (int) due.stream()
                .filter(test -> test.priority() == priority && (test.passed() || !onlyPassed))
                .count();
    }
}
