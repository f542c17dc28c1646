package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A piece of something that is still growing; it may be lost, because a durable update replaces it.
 *
 * @param subject what grows, e.g. the message's id
 * @param at      characters or tokens so far, this piece included
 */
public record LiveDelta(
        String type,
        Instant time,
        UUID sessionId,
        UUID masterplanId,
        String traceId,
        String subject,
        long at,
        Map<String, Object> data) {
    public LiveDelta {
        type = Required.text(type, "type");
        time = Required.value(time, "time");
        sessionId = Required.value(sessionId, "session_id");
        subject = Required.text(subject, "subject");
        data = data == null ? Map.of() : data;
    }
}
