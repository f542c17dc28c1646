package dev.masterplan.planner.exchange.own;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.Required;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;

/**
 * A plan as a file: everything that a version says, without what belongs to where it lives (session, status, who
 * decided) and without what follows from it (analysis, estimate). No time and no host stands in it.
 *
 * @param format {@link #FORMAT}
 */
public record ExportedPlan(
        String format,
        String name,
        Engine engine,
        Limits limits,
        Discovery discovery,
        PlanDocument plan,
        List<TestSpecification> tests) {

    /** How a file says what it is. */
    public static final String FORMAT = "masterplan/1";

    public ExportedPlan {
        format = Required.text(format, "format");
        name = Required.text(name, "name");
        discovery = Required.value(discovery, "discovery");
        plan = Required.value(plan, "plan");
        tests = Required.copy(tests);
    }
}
