package dev.masterplan.execution.attempt;

import java.util.List;
import java.util.Objects;

/** 1 + at most 3 attempts, cooler each time; what repeats itself escalates, what doesn't move stops. */
public final class RetryLadder {

    private static final List<Double> TEMPERATURES = List.of(0.7, 0.5, 0.3, 0.3);

    private RetryLadder() {}

    /** A refused attempt. @param code hash of what was refused */
    public record Failure(String diagnostic, String code) {}

    /** What follows. */
    public sealed interface Step {
        /** @param number 1-based; @param stronger use the stronger model */
        record Attempt(int number, double temperature, boolean stronger) implements Step {}

        record Stop(String because) implements Step {}
    }

    /** @param failures of this ladder, oldest first */
    public static Step next(List<Failure> failures, boolean deterministic) {
        int made = failures.size();
        if (made == 0) {
            return new Step.Attempt(1, TEMPERATURES.getFirst(), false);
        }
        if (deterministic) {
            return new Step.Stop("a deterministic author gives the same answer again");
        }
        if (made == TEMPERATURES.size()) {
            return new Step.Stop("all %d attempts failed".formatted(made));
        }
        boolean sameDiagnostic = made > 1 && repeats(failures);
        if (sameDiagnostic
                && failures.get(made - 1).code().equals(failures.get(made - 2).code())) {
            return new Step.Stop("same diagnostic and no new code");
        }
        return new Step.Attempt(made + 1, TEMPERATURES.get(made), sameDiagnostic);
    }

    private static boolean repeats(List<Failure> failures) {
        int last = failures.size() - 1;
        return Objects.equals(
                failures.get(last).diagnostic(), failures.get(last - 1).diagnostic());
    }
}
