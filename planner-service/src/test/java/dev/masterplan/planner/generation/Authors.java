package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.planner.analysis.Estimator;
import dev.masterplan.planner.analysis.Guidance;
import dev.masterplan.planner.masterplan.PlanOrder;
import java.math.BigDecimal;

/** The authors of the product, for tests of other packages. */
public final class Authors {

    public static final Estimator ESTIMATOR = new Estimator(new Estimator.Pace(3, 0.1, 0.5, 0.05));

    public static final PlanOrder ORDER =
            new PlanOrder(new Engine("blueprint", null), new Limits(new BigDecimal(50), new BigDecimal(100), 100));

    private Authors() {}

    public static PlanAuthor blueprint() {
        return new BlueprintPlanAuthor();
    }

    public static Drafting drafting() {
        return new Drafting(blueprint(), new Guidance(3, 7, 0.15), ESTIMATOR);
    }
}
