package dev.masterplan.execution.cost;

import java.math.BigDecimal;

/** Keeps spend below the hard limit: the worst case is reserved before a call. */
public final class CostGuard {

    private static final BigDecimal EARLY = new BigDecimal("0.80");

    private CostGuard() {}

    /** A free call always fits. */
    public static BudgetDecision decide(Budget budget, BigDecimal worst) {
        if (worst.signum() <= 0 || worst.compareTo(budget.remaining()) <= 0) {
            return new BudgetDecision.Fits(budget.reserve(worst));
        }
        if (budget.spent().add(worst).compareTo(budget.hard()) <= 0) {
            return new BudgetDecision.Waits();
        }
        return new BudgetDecision.Exceeded(budget.hard(), budget.spent().add(budget.reserved()), worst);
    }

    /** Which warning is due: 0 none, 1 at 80 % of the soft limit, 2 at the soft limit. */
    public static int warning(BigDecimal spent, BigDecimal soft) {
        if (soft.signum() <= 0) {
            return 0;
        }
        if (spent.compareTo(soft) >= 0) {
            return 2;
        }
        return spent.compareTo(soft.multiply(EARLY)) >= 0 ? 1 : 0;
    }
}
