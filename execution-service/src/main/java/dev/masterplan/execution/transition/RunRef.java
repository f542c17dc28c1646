package dev.masterplan.execution.transition;

import dev.masterplan.messaging.plan.Required;
import java.util.UUID;

/**
 * What every row, event and update of a run names.
 *
 * @param no    the run's key inside this schema
 * @param owner process that drove it when these values were read; another one's transitions are refused
 */
public record RunRef(
        int no, UUID id, UUID masterplanId, UUID sessionId, String traceId, String traceparent, UUID owner) {
    public RunRef {
        id = Required.value(id, "id");
        masterplanId = Required.value(masterplanId, "masterplan_id");
        sessionId = Required.value(sessionId, "session_id");
        traceId = Required.text(traceId, "trace_id");
    }
}
