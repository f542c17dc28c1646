package dev.masterplan.messaging.plan;

import java.math.BigDecimal;

/**
 * What a plan may spend and how wide it may run.
 *
 * @param softUsd warned above; smaller than {@code hardUsd}
 * @param hardUsd never passed
 * @param maxParallelAtoms at least 1
 */
public record Limits(BigDecimal softUsd, BigDecimal hardUsd, int maxParallelAtoms) {
    public Limits {
        softUsd = Required.value(softUsd, "soft_usd");
        hardUsd = Required.value(hardUsd, "hard_usd");
        if (softUsd.signum() < 0 || softUsd.compareTo(hardUsd) >= 0) {
            throw new IllegalArgumentException("soft limit must be at least 0 and below the hard limit");
        }
        if (maxParallelAtoms < 1) {
            throw new IllegalArgumentException("max_parallel_atoms must be at least 1");
        }
    }
}
