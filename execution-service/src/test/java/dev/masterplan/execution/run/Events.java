package dev.masterplan.execution.run;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.Topic;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events to the real Kafka and hears them there, as other services do. */
public final class Events {

    private Events() {}

    public static void send(MasterPlanApproved approved) {
        send(Topic.MASTERPLAN_APPROVED, approved.masterplanId(), approved.traceparent(), approved);
    }

    public static void send(Topic topic, UUID masterplanId, String traceparent, Object event) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", System.getProperty("masterplan.kafka.bootstrap-servers"));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var sent = new ProducerRecord<>(topic.topicName(), masterplanId.toString(), Json.write(event));
            sent.headers().add("ce_id", bytes(UUID.randomUUID().toString()));
            sent.headers().add("ce_type", bytes(topic.eventType()));
            sent.headers().add("traceparent", bytes(traceparent));
            producer.send(sent).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Values of all records of that key so far, partition by partition; one that came twice counts once, by its id. */
    public static List<JsonPath> heard(Topic topic, UUID key) {
        return heard(topic.topicName(), key);
    }

    /** What was put aside as poison. */
    public static List<JsonPath> deadLetters(Topic topic, UUID key) {
        return heard(topic.deadLetterName(), key);
    }

    private static List<JsonPath> heard(String topic, UUID key) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", System.getProperty("masterplan.kafka.bootstrap-servers"));
        Map<String, JsonPath> found = new LinkedHashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(r -> {
                    if (key.toString().equals(r.key())) {
                        String id = new String(r.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
                        found.put(id, new JsonPath(new String(r.value(), StandardCharsets.UTF_8)));
                    }
                });
            }
        }
        return List.copyOf(found.values());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
