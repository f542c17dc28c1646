package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.analysis.Analysis;
import dev.masterplan.planner.analysis.Estimate;
import java.util.List;
import java.util.Objects;

/** The document of a plan version: what was read, what will be built, what proves it, and what the rules say of it. */
public record PlanContent(
        Discovery discovery, PlanDocument plan, List<TestSpecification> tests, Analysis analysis, Estimate estimate) {

    public PlanContent {
        Objects.requireNonNull(discovery, "discovery");
        Objects.requireNonNull(plan, "plan");
        tests = List.copyOf(tests);
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(estimate, "estimate");
    }
}
