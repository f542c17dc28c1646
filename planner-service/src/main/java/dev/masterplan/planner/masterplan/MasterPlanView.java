package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.analysis.Analysis;
import dev.masterplan.planner.analysis.Estimate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A version of a plan as it is answered, the newest where none is named; without a plan, the parts of its document are null. */
public record MasterPlanView(
        UUID id,
        UUID sessionId,
        String name,
        int version,
        PlanStatus status,
        String statusReason,
        String author,
        String reason,
        Engine engine,
        Limits limits,
        String traceId,
        Discovery discovery,
        PlanDocument plan,
        List<TestSpecification> tests,
        Analysis analysis,
        Estimate estimate,
        String approvedBy,
        Instant createdAt,
        long rowVersion) {

    public static MasterPlanView of(PlanVersion version) {
        MasterPlan plan = version.masterPlan();
        PlanContent content = version.content();
        return new MasterPlanView(
                plan.id(),
                plan.sessionId(),
                plan.name(),
                version.number(),
                version.status(),
                version.statusReason(),
                version.author(),
                version.reason(),
                version.engine(),
                version.limits(),
                plan.trace().traceId(),
                content == null ? null : content.discovery(),
                content == null ? null : content.plan(),
                content == null ? null : content.tests(),
                content == null ? null : content.analysis(),
                content == null ? null : content.estimate(),
                version.status() == PlanStatus.APPROVED ? version.decidedBy() : null,
                plan.createdAt(),
                version.rowVersion());
    }

    /** A plan in a list. */
    public record Item(UUID id, UUID sessionId, String name, PlanStatus status, int version, Instant createdAt) {}
}
