package dev.masterplan.gateway.live;

import dev.masterplan.messaging.event.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One numbered update as clients get it, rendered once for all of them.
 *
 * @param seq     counts up by one within a session
 * @param subject see {@link Subject}
 * @param json    the whole envelope
 * @param bytes   length of {@code json} in UTF-8
 */
record Envelope(long seq, String type, String subject, UUID masterplanId, String json, int bytes) {

    private static final int VERSION = 1;

    /** @param data JSON object, already rendered */
    static Envelope of(Stored stored, String data) {
        String head = new String(Json.write(head(stored)), StandardCharsets.UTF_8);
        String json = head.substring(0, head.length() - 1) + ",\"data\":" + data + "}";
        return new Envelope(
                stored.seq(),
                stored.type(),
                stored.subject(),
                stored.masterplanId(),
                json,
                json.getBytes(StandardCharsets.UTF_8).length);
    }

    private static Map<String, Object> head(Stored stored) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("v", VERSION);
        head.put("seq", stored.seq());
        head.put("id", stored.id());
        head.put("type", stored.type());
        head.put("time", stored.time());
        head.put("session_id", stored.sessionId());
        head.put("masterplan_id", stored.masterplanId());
        head.put("trace_id", stored.traceId());
        return head;
    }

    /** Everything of a journal row but its data. */
    record Stored(
            UUID sessionId,
            long seq,
            String id,
            UUID masterplanId,
            String type,
            String subject,
            Instant time,
            String traceId) {}
}
