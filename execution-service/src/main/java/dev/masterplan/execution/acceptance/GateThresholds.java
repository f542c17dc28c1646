package dev.masterplan.execution.acceptance;

/** Smallest rates of passing due tests, 0..1; they may only be raised above 1.0 for MUST and 0.95 for SHOULD. */
public record GateThresholds(double must, double should) {

    private static final double LEAST_MUST = 1.0;
    private static final double LEAST_SHOULD = 0.95;

    public GateThresholds {
        if (!(must >= LEAST_MUST && must <= 1)) {
            throw new IllegalArgumentException("the MUST threshold is 1.0, not " + must);
        }
        if (!(should >= LEAST_SHOULD && should <= 1)) {
            throw new IllegalArgumentException("the SHOULD threshold may only be raised above 0.95, not " + should);
        }
    }

    public static GateThresholds standard() {
        return new GateThresholds(LEAST_MUST, LEAST_SHOULD);
    }
}
