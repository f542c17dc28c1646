package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import java.math.BigDecimal;
import java.util.List;

/** The event of an approval: all that execution needs of the version. */
final class ApprovedPlan {

    private ApprovedPlan() {}

    static MasterPlanApproved of(PlanVersion version, Approval approval) {
        MasterPlan plan = version.masterPlan();
        PlanContent content = version.requireContent();
        return new MasterPlanApproved(
                plan.id(),
                version.number(),
                plan.sessionId(),
                plan.name(),
                plan.trace().traceId(),
                plan.trace().traceparent(),
                version.engine(),
                version.limits(),
                approval.start(),
                approval.withoutTests(),
                content.discovery(),
                content.plan(),
                content.tests(),
                deferrals(content),
                BigDecimal.ZERO,
                approval.by(),
                approval.at());
    }

    private static List<MasterPlanApproved.Deferral> deferrals(PlanContent content) {
        return content.discovery().requirements().stream()
                .filter(requirement -> requirement.coverage().state() == State.DEFERRED)
                .map(requirement -> new MasterPlanApproved.Deferral(
                        requirement.id(),
                        requirement.key(),
                        requirement.sentence(),
                        requirement.coverage().by(),
                        requirement.coverage().reason()))
                .toList();
    }
}
