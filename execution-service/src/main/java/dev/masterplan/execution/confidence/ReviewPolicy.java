package dev.masterplan.execution.confidence;

import dev.masterplan.messaging.event.WaveCompleted.ReviewNeed;

/** When a person should look: below {@code review}, and urgently below {@code urgent}; failed atoms always. */
public record ReviewPolicy(double review, double urgent) {

    private static final double ROUNDING = 1e-9;

    public ReviewNeed need(double confidence, boolean failed) {
        if (failed || below(confidence, urgent)) {
            return ReviewNeed.HIGH;
        }
        return below(confidence, review) ? ReviewNeed.MEDIUM : ReviewNeed.NONE;
    }

    /** A sum of weights like 0.7 may come out as 0.6999999999999999. */
    private static boolean below(double confidence, double threshold) {
        return confidence < threshold - ROUNDING;
    }
}
