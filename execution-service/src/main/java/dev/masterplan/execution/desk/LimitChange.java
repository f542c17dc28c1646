package dev.masterplan.execution.desk;

import dev.masterplan.execution.cost.MoneyLimits;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import java.math.BigDecimal;

/** A person's new limits of a plan; execution guards its own share of them. */
final class LimitChange {

    private LimitChange() {}

    static Transition of(RunEngine engine, RunRef run, MoneyLimits limits) {
        BigDecimal share = engine.config().cost().share();
        return new Transition.LimitsChanged(
                run,
                limits.softUsd(),
                limits.hardUsd(),
                limits.softUsd().multiply(share),
                limits.hardUsd().multiply(share),
                Says.nothing());
    }
}
