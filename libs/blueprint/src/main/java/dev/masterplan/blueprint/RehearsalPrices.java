package dev.masterplan.blueprint;

import dev.masterplan.messaging.plan.Limits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a rehearsal invents as prices: each file costs the same, and a whole plan crosses its soft limit. */
public final class RehearsalPrices {

    /** Times that injected faults make a file be written again: one once, one three times, two in the repair round. */
    public static final int WRITTEN_AGAIN = 6;

    private static final BigDecimal ABOVE_SOFT = new BigDecimal("1.05");
    private static final int SCALE = 6;

    private RehearsalPrices() {}

    /** @param files of the whole plan */
    public static BigDecimal ofAFile(Limits limits, int files) {
        return limits.softUsd()
                .multiply(ABOVE_SOFT)
                .divide(BigDecimal.valueOf(Math.max(1, files)), SCALE, RoundingMode.UP);
    }
}
