package dev.masterplan.execution.cost;

import java.math.BigDecimal;

/**
 * What a person lets a plan spend from now on; how wide it runs stays as approved.
 *
 * @param softUsd warned above; smaller than {@code hardUsd}
 * @param hardUsd never passed
 */
public record MoneyLimits(BigDecimal softUsd, BigDecimal hardUsd) {
    public MoneyLimits {
        if (softUsd == null || hardUsd == null) {
            throw new IllegalArgumentException("soft_usd and hard_usd are needed");
        }
        if (softUsd.signum() < 0 || softUsd.compareTo(hardUsd) >= 0) {
            throw new IllegalArgumentException("soft limit must be at least 0 and below the hard limit");
        }
    }
}
