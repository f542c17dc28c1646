package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.analysis.Estimator;
import dev.masterplan.planner.analysis.Guidance;
import dev.masterplan.planner.analysis.PlanAnalysis;
import dev.masterplan.planner.masterplan.Deferral;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanOrder;
import java.util.List;

/** Makes the whole document of a plan version from a discovery. */
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

    public PlanContent content(Discovery discovery, PlanDocument plan, PlanOrder order) {
        return judged(discovery, plan, author.specify(discovery, plan), order);
    }

    /** The content after a deferral: planned again only when there is work for what was put off. */
    public PlanContent deferred(PlanContent content, Deferral deferral, PlanOrder order) {
        Discovery discovery = deferral.applyTo(content.discovery());
        return understood(content.discovery()) && deferral.changesWork(content.discovery())
                ? content(discovery, author.plan(discovery), order)
                : judged(discovery, NamingKept.of(content.plan(), discovery), content.tests(), order);
    }

    /** What the rules say of it is added. */
    public PlanContent judged(Discovery discovery, PlanDocument plan, List<TestSpecification> tests, PlanOrder order) {
        return new PlanContent(
                discovery,
                plan,
                tests,
                PlanAnalysis.of(discovery, plan, tests, guidance).with(author.unwritten(discovery, plan)),
                estimator.of(plan, tests, author.prices(plan, order)));
    }
}
