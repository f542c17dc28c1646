package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.event.LiveUpdate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What pages are told about a plan version. */
public final class PlanUpdates {

    private PlanUpdates() {}

    public static LiveUpdate generationStart(PlanVersion version, Instant at) {
        return update("masterplan_generation_start", version, at, Map.of());
    }

    /** The version as it is now, as {@code masterplan_<what>}. */
    public static LiveUpdate changed(String what, PlanVersion version, Instant at) {
        return update(
                "masterplan_" + what,
                version,
                at,
                Map.of("version", version.number(), "status", version.status().name()));
    }

    /** One update of a plan; its id and the time are added, and the mark of a rehearsal. */
    public static LiveUpdate update(String type, PlanVersion version, Instant at, Map<String, Object> data) {
        MasterPlan plan = version.masterPlan();
        Map<String, Object> all = new LinkedHashMap<>(data);
        all.put("masterplan_id", plan.id());
        all.put("timestamp", at);
        if (version.engine().rehearsalSeed() != null) {
            all.put("rehearsal", true);
        }
        return new LiveUpdate(
                type, at, plan.sessionId(), plan.id(), plan.trace().traceId(), all);
    }
}
