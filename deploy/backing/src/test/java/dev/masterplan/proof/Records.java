package dev.masterplan.proof;

import dev.masterplan.messaging.event.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning; only the records of one key count. */
public final class Records implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String key;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    public Records(String bootstrapServers, String topic, String key) {
        this.key = key;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All records of the key up to now. */
    public List<ConsumerRecord<String, byte[]>> all() {
        consumer.poll(POLL).forEach(record -> {
            if (key.equals(record.key())) {
                seen.add(record);
            }
        });
        return seen;
    }

    /** The sequences as a consumer with an inbox sees them: repetitions are dropped. */
    public List<Long> sequences() {
        return all().stream()
                .map(record -> Long.valueOf(header(record, CloudEventHeaders.SEQUENCE)))
                .distinct()
                .toList();
    }

    public List<String> ids() {
        return all().stream()
                .map(record -> header(record, CloudEventHeaders.ID))
                .toList();
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
