package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.analysis.Estimator;
import dev.masterplan.planner.analysis.Guidance;
import dev.masterplan.planner.analysis.PlanAnalysis;
import dev.masterplan.planner.discovery.Reading;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanContent.Brief;
import dev.masterplan.planner.masterplan.PlanOrder;
import java.util.List;

/** Makes the whole document of a plan version. */
public final class Drafting {

    private final PlanAuthor author;
    private final Guidance guidance;
    private final Estimator estimator;

    public Drafting(PlanAuthor author, Guidance guidance, Estimator estimator) {
        this.author = author;
        this.guidance = guidance;
        this.estimator = estimator;
    }

    /** Whether there is anything to plan: an aggregate, and a sentence that is kept. */
    public static boolean understood(Discovery discovery) {
        return !discovery.aggregates().isEmpty()
                && discovery.requirements().stream()
                        .anyMatch(requirement -> requirement.coverage().state() == State.COVERED);
    }

    public PlanContent content(Reading reading, PlanDocument plan, PlanOrder order) {
        Brief brief = new Brief(reading.messageId(), reading.text());
        return judged(brief, reading.discovery(), plan, author.specify(reading.discovery(), plan), order);
    }

    /** What the rules say of it is added. @param brief null when there is none */
    public PlanContent judged(
            Brief brief, Discovery discovery, PlanDocument plan, List<TestSpecification> tests, PlanOrder order) {
        return new PlanContent(
                brief,
                discovery,
                plan,
                tests,
                PlanAnalysis.of(discovery, plan, tests, guidance).with(author.unwritten(discovery, plan)),
                estimator.of(plan, tests, author.prices(plan, order)));
    }
}
