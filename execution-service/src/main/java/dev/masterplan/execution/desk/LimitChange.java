package dev.masterplan.execution.desk;

import dev.masterplan.execution.cost.MoneyLimits;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import java.math.BigDecimal;

/** A person's new limits of a plan; execution guards its own share of them. */
public final class LimitChange {

    private LimitChange() {}

    /** @return why it is refused, null when it is done */
    public static String apply(RunEngine engine, RunRef run, MoneyLimits limits) {
        BigDecimal share = engine.config().cost().share();
        var changed = new Transition.LimitsChanged(
                run,
                limits.softUsd(),
                limits.hardUsd(),
                limits.softUsd().multiply(share),
                limits.hardUsd().multiply(share),
                Says.nothing());
        return engine.journal().submit(changed) instanceof Reply.Done ? null : "the run has changed meanwhile";
    }
}
