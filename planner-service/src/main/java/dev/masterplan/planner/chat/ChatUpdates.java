package dev.masterplan.planner.chat;

import dev.masterplan.messaging.event.LiveUpdate;
import java.time.Instant;
import java.util.Map;

/** What pages are told about a talk. */
public final class ChatUpdates {

    private ChatUpdates() {}

    public static LiveUpdate message(Message message) {
        Map<String, Object> data = Map.of(
                "message_id", message.id(),
                "role", message.kind().role(),
                "text", message.text(),
                "timestamp", message.createdAt());
        return update("message", message, message.createdAt(), data);
    }

    /** Reading or planning broke off. */
    public static LiveUpdate generationError(Message message, String text, Instant at) {
        return update("generation_error", message, at, Map.of("text", text, "timestamp", at));
    }

    /** One update about what a message set going. */
    public static LiveUpdate update(String type, Message message, Instant at, Map<String, Object> data) {
        return new LiveUpdate(
                type,
                at,
                message.sessionId(),
                message.masterplanId(),
                message.trace().traceId(),
                data);
    }
}
