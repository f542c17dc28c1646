package dev.masterplan.gateway.live;

import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.LiveUpdates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Live updates as services send them. */
final class Updates {

    static final Instant TIME = Instant.parse("2026-11-22T22:00:00Z");
    static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private Updates() {}

    static LiveUpdate message(UUID session, String text) {
        return new LiveUpdate(
                "message",
                TIME,
                session,
                null,
                TRACE_ID,
                Map.of("message_id", UUID.randomUUID().toString(), "role", "user", "text", text));
    }

    static LiveUpdate atom(UUID session, UUID plan, String atom, String status) {
        return new LiveUpdate(
                "atom_execution_progress", TIME, session, plan, TRACE_ID, Map.of("atom_id", atom, "status", status));
    }

    static LiveUpdates of(LiveUpdate... updates) {
        return new LiveUpdates(List.of(updates));
    }

    static Envelope envelope(long seq, String type, String subject, int length) {
        String json = "x".repeat(length);
        return new Envelope(seq, type, subject, null, json, length);
    }
}
