package dev.masterplan.planner.analysis;

import java.math.BigDecimal;

/**
 * What the writing of a plan's files will be charged with.
 *
 * @param writtenAgain how many files will likely be written once more
 * @param most         never charged more than that in all
 */
public record Prices(BigDecimal ofAFile, int writtenAgain, BigDecimal most) {

    /** Of rules: they call no model. */
    public static Prices nothing() {
        return new Prices(BigDecimal.ZERO, 0, BigDecimal.ZERO);
    }

    boolean free() {
        return ofAFile.signum() == 0;
    }

    BigDecimal written(int files) {
        return ofAFile.multiply(BigDecimal.valueOf(files)).min(most);
    }
}
