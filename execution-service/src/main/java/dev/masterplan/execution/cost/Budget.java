package dev.masterplan.execution.cost;

import java.math.BigDecimal;

/** Execution's share of a plan's money in USD, as its locked row says. */
public record Budget(BigDecimal hard, BigDecimal spent, BigDecimal reserved) {

    public BigDecimal remaining() {
        return hard.subtract(spent).subtract(reserved);
    }

    public Budget reserve(BigDecimal worst) {
        return new Budget(hard, spent, reserved.add(worst));
    }

    public Budget settle(BigDecimal worst, BigDecimal cost) {
        return new Budget(hard, spent.add(cost), reserved.subtract(worst));
    }
}
