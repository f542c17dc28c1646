package dev.masterplan.messaging.inbox;

import dev.masterplan.messaging.event.Topic;
import java.util.UUID;

/**
 * An event as a consumer gets it, perhaps more than once.
 *
 * @param eventId     for the inbox
 * @param traceparent of the consumer's span, to be stored with the effect; null without a trace
 */
public record Delivered<T>(Topic topic, UUID eventId, String key, String traceparent, T event) {}
