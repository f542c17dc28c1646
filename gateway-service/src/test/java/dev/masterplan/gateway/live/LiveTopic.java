package dev.masterplan.gateway.live;

import dev.masterplan.messaging.event.CloudEventHeaders;
import dev.masterplan.messaging.event.LiveUpdates;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.outbox.OutboxMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends live updates as the other services do: real records on the real topic. */
final class LiveTopic implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    System.getProperty("masterplan.kafka.bootstrap-servers"),
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    Topic.LIVE_UPDATES.maxMessageBytes()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Returns when Kafka has it. */
    void send(UUID outboxId, LiveUpdates updates) {
        var first = updates.updates().getFirst();
        send(
                outboxId,
                first.sessionId().toString(),
                OutboxMessage.live(outboxId, first.sessionId(), first.masterplanId(), null, updates.updates())
                        .payload());
    }

    void send(UUID outboxId, String key, byte[] payload) {
        var message = new ProducerRecord<>(Topic.LIVE_UPDATES.topicName(), key, payload);
        message.headers().add(CloudEventHeaders.ID, outboxId.toString().getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
