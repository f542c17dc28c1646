package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.Required;
import dev.masterplan.messaging.plan.TestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person approved a plan version; all that execution needs travels along.
 *
 * @param traceparent  W3C trace context of the plan's root span
 * @param start        false: the run waits in READY
 * @param withoutTests a person chose to go on without acceptance tests (no sandbox)
 */
public record MasterPlanApproved(
        UUID masterplanId,
        int version,
        UUID sessionId,
        String name,
        String traceId,
        String traceparent,
        Engine engine,
        Limits limits,
        boolean start,
        boolean withoutTests,
        Discovery discovery,
        PlanDocument plan,
        List<TestSpecification> tests,
        List<Deferral> deferrals,
        BigDecimal generationCostUsd,
        String approvedBy,
        Instant approvedAt) {

    public MasterPlanApproved {
        masterplanId = Required.value(masterplanId, "masterplan_id");
        sessionId = Required.value(sessionId, "session_id");
        name = Required.text(name, "name");
        traceId = Required.text(traceId, "trace_id");
        engine = Required.value(engine, "engine");
        limits = Required.value(limits, "limits");
        discovery = Required.value(discovery, "discovery");
        plan = Required.value(plan, "plan");
        tests = Required.copy(tests);
        deferrals = Required.copy(deferrals);
        approvedBy = Required.text(approvedBy, "approved_by");
    }

    /** A requirement that a person put off. */
    public record Deferral(UUID requirementId, String requirementKey, String sentence, String by, String reason) {
        public Deferral {
            requirementId = Required.value(requirementId, "requirement_id");
            by = Required.text(by, "by");
            reason = Required.text(reason, "reason");
        }
    }
}
