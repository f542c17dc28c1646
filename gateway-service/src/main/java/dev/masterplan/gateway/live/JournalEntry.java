package dev.masterplan.gateway.live;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.LiveUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An update before it has a number.
 *
 * @param id {@code <outbox id>:<index>}, the same however often Kafka delivers it
 */
record JournalEntry(
        String id,
        UUID sessionId,
        UUID masterplanId,
        String type,
        String subject,
        Instant time,
        String traceId,
        String data) {

    private static final int LONGEST_NAME = 100;

    /** @throws IllegalArgumentException when the update can't be kept as text: it is poison */
    static JournalEntry of(UUID outboxId, int index, LiveUpdate update) {
        Map<String, Object> data = new HashMap<>(update.data());
        data.putIfAbsent("timestamp", update.time());
        return new JournalEntry(
                outboxId + ":" + index,
                update.sessionId(),
                update.masterplanId(),
                name(update.type(), "type"),
                Subject.of(update.type(), data).replace('\0', ' '),
                update.time(),
                update.traceId() == null ? null : name(update.traceId(), "trace_id"),
                new String(Json.write(data), StandardCharsets.UTF_8));
    }

    private static String name(String value, String field) {
        if (value.length() > LONGEST_NAME || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not a name: " + field);
        }
        return value;
    }
}
