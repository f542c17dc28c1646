package dev.masterplan.planner.chat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the session calls take and answer. */
final class ChatViews {

    private ChatViews() {}

    record NewSession(String name) {}

    record NewMessage(String text) {}

    record Accepted(UUID messageId, UUID masterplanId, String traceId) {
        static Accepted of(Message message) {
            return new Accepted(
                    message.id(), message.masterplanId(), message.trace().traceId());
        }
    }

    record SessionView(
            UUID id,
            String name,
            boolean archived,
            Instant createdAt,
            String traceId,
            List<UUID> masterplanIds,
            List<MessageView> messages) {

        static SessionView of(Session session, List<UUID> plans, List<Message> messages) {
            return new SessionView(
                    session.id(),
                    session.name(),
                    session.archived(),
                    session.createdAt(),
                    session.trace().traceId(),
                    plans,
                    messages == null
                            ? null
                            : messages.stream().map(MessageView::of).toList());
        }
    }

    record MessageView(UUID id, String role, String text, Instant createdAt, String traceId) {
        static MessageView of(Message message) {
            return new MessageView(
                    message.id(),
                    message.kind().role(),
                    message.text(),
                    message.createdAt(),
                    message.trace().traceId());
        }
    }
}
