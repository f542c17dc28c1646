package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.LiveUpdates;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.plan.Required;
import java.util.List;
import java.util.UUID;

/**
 * What a service wants published once its transaction commits.
 *
 * @param id           becomes {@code ce_id}
 * @param key          Kafka key: masterplan id of a domain event, session id of live updates
 * @param masterplanId becomes {@code ce_subject}; null before a plan exists
 * @param traceparent  W3C trace context of the work that caused it, null when there is none
 * @param payload      JSON
 */
public record OutboxMessage(UUID id, Topic topic, String key, UUID masterplanId, String traceparent, byte[] payload) {

    public OutboxMessage {
        id = Required.value(id, "id");
        topic = Required.value(topic, "topic");
        key = Required.text(key, "key");
        payload = Required.value(payload, "payload");
        if (payload.length > topic.maxMessageBytes()) {
            throw new IllegalArgumentException("payload for " + topic.topicName() + " has " + payload.length
                    + " bytes, at most " + topic.maxMessageBytes());
        }
    }

    /** A domain event, keyed by its plan. */
    public static OutboxMessage event(UUID id, Topic topic, UUID masterplanId, String traceparent, Object event) {
        return new OutboxMessage(id, topic, masterplanId.toString(), masterplanId, traceparent, Json.write(event));
    }

    /** Live updates of one commit, keyed by their session. */
    public static OutboxMessage live(
            UUID id, UUID sessionId, UUID masterplanId, String traceparent, List<LiveUpdate> updates) {
        return new OutboxMessage(
                id,
                Topic.LIVE_UPDATES,
                sessionId.toString(),
                masterplanId,
                traceparent,
                Json.write(new LiveUpdates(updates)));
    }

    /** Live rows are deleted after the acknowledgement, domain events stay 7 days. */
    public boolean live() {
        return topic == Topic.LIVE_UPDATES || topic == Topic.LIVE_DELTAS;
    }
}
