package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.analysis.Analysis;
import dev.masterplan.planner.analysis.Estimate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The document of a plan version: what was read, what will be built, what proves it, and what the rules say of it.
 *
 * @param brief text that the discovery was read from; null when the plan came without one, or from an earlier release
 */
public record PlanContent(
        Brief brief,
        Discovery discovery,
        PlanDocument plan,
        List<TestSpecification> tests,
        Analysis analysis,
        Estimate estimate) {

    /** A text in which a requirement's sentence stands. @param messageId message that began it */
    public record Brief(UUID messageId, String text) {
        public Brief {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(text, "text");
        }
    }

    public PlanContent {
        Objects.requireNonNull(discovery, "discovery");
        Objects.requireNonNull(plan, "plan");
        tests = List.copyOf(tests);
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(estimate, "estimate");
    }
}
