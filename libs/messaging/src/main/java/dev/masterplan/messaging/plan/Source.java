package dev.masterplan.messaging.plan;

import java.util.UUID;

/** Where a sentence was said. @param line 1-based line of the message */
public record Source(UUID messageId, int line) {
    public Source {
        messageId = Required.value(messageId, "message_id");
    }
}
