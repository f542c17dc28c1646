package dev.masterplan.gateway.live;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a client wants to follow: exactly one of session and plan.
 *
 * @param after the last number the client saw; null = it wants a snapshot
 */
record Subscription(UUID sessionId, UUID masterplanId, Long after) {

    private static final Set<String> KEYS = Set.of("type", "session_id", "masterplan_id", "after");

    Subscription {
        if ((sessionId == null) == (masterplanId == null)) {
            throw new IllegalArgumentException("one of session_id and masterplan_id is needed");
        }
        if (after != null && after < 0) {
            throw new IllegalArgumentException("after is negative");
        }
    }

    /** @throws IllegalArgumentException for anything but a subscribe message; the text says what is wrong */
    static Subscription of(Map<String, Object> message) {
        if (!"subscribe".equals(message.get("type"))) {
            throw new IllegalArgumentException("only messages of type subscribe are understood");
        }
        if (!KEYS.containsAll(message.keySet())) {
            throw new IllegalArgumentException("unknown field in subscribe");
        }
        return new Subscription(
                uuid(message.get("session_id"), "session_id"),
                uuid(message.get("masterplan_id"), "masterplan_id"),
                number(message.get("after")));
    }

    /** @throws IllegalArgumentException when one of the texts is not what it should be; null = not given */
    static Subscription of(String sessionId, String masterplanId, String after) {
        return new Subscription(
                uuid(sessionId, "session_id"), uuid(masterplanId, "masterplan_id"), number(asNumber(after)));
    }

    private static UUID uuid(Object value, String field) {
        if (value == null) {
            return null;
        }
        if (value instanceof String text && text.length() == 36) {
            return UUID.fromString(text);
        }
        throw new IllegalArgumentException(field + " is not a UUID");
    }

    private static Object asNumber(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : text;
    }

    private static Long number(Object value) {
        return switch (value) {
            case null -> null;
            case Integer small -> Long.valueOf(small);
            case Long number -> number;
            default -> throw new IllegalArgumentException("after is not a number");
        };
    }
}
