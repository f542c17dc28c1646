package dev.masterplan.execution.confidence;

import dev.masterplan.messaging.event.WaveCompleted.ConfidenceParts;
import java.util.List;

/**
 * Confidence 0..1 = 0.40 validation + 0.30 retries + 0.20 complexity + 0.10 integration, computed when a wave ends.
 */
public final class ConfidenceScorer {

    private static final double VALIDATION_WEIGHT = 0.40;
    private static final double RETRIES_WEIGHT = 0.30;
    private static final double COMPLEXITY_WEIGHT = 0.20;
    private static final double INTEGRATION_WEIGHT = 0.10;
    private static final double MISSING_TOOL_SHARE = 0.3;
    private static final double NOTHING_DUE = 0.5;
    private static final int MAX_RETRIES = 3;
    private static final int SIMPLE = 3;
    private static final int TANGLED = 10;

    private ConfidenceScorer() {}

    /** One content validator as it ended. @param ran false: the tool is missing */
    public record Check(int weight, boolean ran, boolean passed) {}

    public static double score(ConfidenceParts parts) {
        return VALIDATION_WEIGHT * parts.validation()
                + RETRIES_WEIGHT * parts.retries()
                + COMPLEXITY_WEIGHT * parts.complexity()
                + INTEGRATION_WEIGHT * parts.integration();
    }

    /** Weighted share of what passed; a validator that could not run counts 0.3 of its weight. */
    public static double validation(List<Check> checks) {
        double total = checks.stream().mapToInt(Check::weight).sum();
        double earned = checks.stream()
                .mapToDouble(c -> c.weight() * (!c.ran() ? MISSING_TOOL_SHARE : c.passed() ? 1 : 0))
                .sum();
        return total == 0 ? 0 : earned / total;
    }

    /** @param retries attempts - 1 of the last ladder */
    public static double retries(int retries) {
        return Math.max(0, 1 - (double) retries / MAX_RETRIES);
    }

    /** 1 below 3, falling linearly to 0 at 10. @param cyclomatic 0 for a file without code */
    public static double complexity(int cyclomatic) {
        if (cyclomatic < SIMPLE) {
            return 1;
        }
        return Math.max(0, (double) (TANGLED - cyclomatic) / (TANGLED - SIMPLE));
    }

    /** Share of passing due tests bound to the atom's requirements. */
    public static double integration(int passed, int due) {
        return due == 0 ? NOTHING_DUE : (double) passed / due;
    }
}
