package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.event.Topic;

/** Rows of one topic and key go out in the order of their sequence. */
record OutboxKey(Topic topic, String key) {}
