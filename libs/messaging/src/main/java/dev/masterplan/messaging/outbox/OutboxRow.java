package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.event.CloudEventHeaders;
import dev.masterplan.messaging.event.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A message as it stands in the table.
 *
 * @param sequence rises by one per topic and key, in commit order
 */
public record OutboxRow(
        UUID id,
        Topic topic,
        String key,
        long sequence,
        UUID masterplanId,
        String traceparent,
        byte[] payload,
        Instant createdAt) {

    static OutboxRow of(OutboxMessage message, long sequence, Instant createdAt) {
        return new OutboxRow(
                message.id(),
                message.topic(),
                message.key(),
                sequence,
                message.masterplanId(),
                message.traceparent(),
                message.payload(),
                createdAt);
    }

    /** Where its order counts. */
    OutboxKey orderedBy() {
        return new OutboxKey(topic, key);
    }

    /** The CloudEvent in binary mode. */
    ProducerRecord<String, byte[]> toRecord(String source) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic.topicName(), key, payload);
        header(sent, CloudEventHeaders.ID, id.toString());
        header(sent, CloudEventHeaders.TYPE, topic.eventType());
        header(sent, CloudEventHeaders.SOURCE, source);
        header(sent, CloudEventHeaders.SUBJECT, masterplanId == null ? null : masterplanId.toString());
        header(sent, CloudEventHeaders.TIME, createdAt.toString());
        header(sent, CloudEventHeaders.SPEC_VERSION, "1.0");
        header(sent, CloudEventHeaders.SEQUENCE, Long.toString(sequence));
        header(sent, CloudEventHeaders.CONTENT_TYPE, "application/json");
        header(sent, CloudEventHeaders.TRACEPARENT, traceparent);
        return sent;
    }

    private static void header(ProducerRecord<String, byte[]> sent, String name, String value) {
        if (value != null) {
            sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
