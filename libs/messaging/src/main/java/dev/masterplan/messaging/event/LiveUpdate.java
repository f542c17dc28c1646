package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One thing a page shows, as state and never as an increment.
 *
 * @param type         snake_case name of the contract, e.g. {@code gate_validation_result}
 * @param masterplanId null before a plan exists
 * @param data         at least the fields the contract names
 */
public record LiveUpdate(
        String type, Instant time, UUID sessionId, UUID masterplanId, String traceId, Map<String, Object> data) {
    public LiveUpdate {
        type = Required.text(type, "type");
        time = Required.value(time, "time");
        sessionId = Required.value(sessionId, "session_id");
        data = data == null ? Map.of() : data;
    }
}
