package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.event.Topic;
import io.quarkus.arc.DefaultBean;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;

/**
 * The process's one Kafka producer: idempotent, acknowledged by all replicas. A record that was accepted never
 * expires, so nothing overtakes it; a send fails only at once (no metadata, no room) or because Kafka refuses it.
 */
@ApplicationScoped
@DefaultBean
public class KafkaSender {

    private static final String KAFKA = "kafka.";
    private static final int HEADERS = 64 * 1024;
    private static final int BUFFERED_RECORDS = 2;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final ClusterWatch cluster = new ClusterWatch();
    private KafkaProducer<String, byte[]> producer;

    public KafkaSender(Config config, OutboxConfig thresholds) {
        settings = settings(config, thresholds);
    }

    /**
     * May block up to {@code masterplan.outbox.max-block}; never call it on the event loop.
     *
     * @throws KafkaException when the record was not accepted
     */
    public void send(ProducerRecord<String, byte[]> sent, Callback acknowledged) {
        Thread caller = Thread.currentThread();
        AtomicReference<Exception> refused = new AtomicReference<>();
        producer().send(sent, (metadata, failure) -> {
            // Kafka calls back on the caller's own thread only when it did not take the record.
            if (failure != null && Thread.currentThread() == caller) {
                refused.set(failure);
            } else {
                acknowledged.onCompletion(metadata, failure);
            }
        });
        if (refused.get() != null) {
            throw refused.get() instanceof KafkaException known ? known : new KafkaException(refused.get());
        }
    }

    /** The cluster that is written to; empty until it has answered once. */
    Optional<String> clusterId() {
        producer();
        return cluster.clusterId();
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), cluster);
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE);
        }
    }

    private static Map<String, Object> settings(Config config, OutboxConfig thresholds) {
        int largest = HEADERS
                + Arrays.stream(Topic.values())
                        .mapToInt(Topic::maxMessageBytes)
                        .max()
                        .orElseThrow();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, (int) thresholds.linger().toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, thresholds.maxBlock().toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largest);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFERED_RECORDS * largest);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000L);
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(KAFKA) && ProducerConfig.configNames().contains(name.substring(KAFKA.length()))) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> settings.put(name.substring(KAFKA.length()), value));
            }
        }
        return settings;
    }
}
