package dev.masterplan.review;

import dev.masterplan.messaging.event.CloudEventHeaders;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events as the other services do, as real Kafka records. */
public final class Sent {

    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", System.getProperty("masterplan.kafka.bootstrap-servers")),
            new StringSerializer(),
            new ByteArraySerializer());

    private Sent() {}

    public static UUID event(Topic topic, UUID masterplanId, String traceId, Object event) {
        UUID id = TimeOrderedId.next();
        record(topic, id, masterplanId, traceId, Json.write(event));
        return id;
    }

    public static void record(Topic topic, UUID id, UUID masterplanId, String traceId, byte[] payload) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic.topicName(), masterplanId.toString(), payload);
        header(sent, CloudEventHeaders.ID, id.toString());
        header(sent, CloudEventHeaders.TYPE, topic.eventType());
        header(sent, CloudEventHeaders.TRACEPARENT, "00-" + traceId + "-00f067aa0ba902b7-01");
        try {
            PRODUCER.send(sent).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> sent, String name, String value) {
        sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
