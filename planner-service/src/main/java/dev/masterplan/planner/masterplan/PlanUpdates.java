package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.event.LiveUpdate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What pages are told about a plan version. */
public final class PlanUpdates {

    private PlanUpdates() {}

    public static LiveUpdate generationStart(MasterPlan plan, Instant at) {
        return update("masterplan_generation_start", plan, at, Map.of());
    }

    /** The version as it is now, as {@code masterplan_<what>}. */
    public static LiveUpdate changed(String what, PlanVersion version, Instant at) {
        return update(
                "masterplan_" + what,
                version.masterPlan(),
                at,
                Map.of("version", version.number(), "status", version.status().name()));
    }

    /** One update of a plan; its id and the time are added. */
    public static LiveUpdate update(String type, MasterPlan plan, Instant at, Map<String, Object> data) {
        Map<String, Object> all = new LinkedHashMap<>(data);
        all.put("masterplan_id", plan.id());
        all.put("timestamp", at);
        return new LiveUpdate(
                type, at, plan.sessionId(), plan.id(), plan.trace().traceId(), all);
    }
}
