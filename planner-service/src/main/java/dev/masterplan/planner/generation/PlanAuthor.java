package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.analysis.Finding;
import dev.masterplan.planner.analysis.Prices;
import dev.masterplan.planner.masterplan.PlanOrder;
import java.util.List;
import java.util.UUID;

/** Who reads briefs and writes plans. Calls may take seconds; same input, same output. */
public interface PlanAuthor {

    /** Never fails on what it does not understand: that stands in {@link Discovery#unread}. */
    Discovery read(UUID messageId, String brief);

    PlanDocument plan(Discovery discovery);

    List<TestSpecification> specify(Discovery discovery, PlanDocument plan);

    /** What its code author will charge for the program. */
    Prices prices(PlanDocument plan, PlanOrder order);

    /** What a plan that people have changed asks for and nobody would write, or leaves out and the rest needs. */
    List<Finding> unwritten(Discovery discovery, PlanDocument plan);
}
