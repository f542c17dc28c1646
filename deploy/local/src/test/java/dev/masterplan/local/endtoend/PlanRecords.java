package dev.masterplan.local.endtoend;

import dev.masterplan.local.stack.ServiceName;
import dev.masterplan.messaging.event.CloudEventHeaders;
import dev.masterplan.messaging.event.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that Kafka holds of one plan, on every topic and dead-letter topic. */
final class PlanRecords {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String KAFKA = "kafka.";

    private PlanRecords() {}

    static List<ConsumerRecord<String, byte[]>> of(RunningProduct product, UUID plan) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings(product))) {
            List<TopicPartition> partitions = Arrays.stream(Topic.values())
                    .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> sent : consumer.poll(POLL)) {
                    if (plan.toString().equals(header(sent, CloudEventHeaders.SUBJECT))) {
                        found.add(sent);
                    }
                }
            }
        }
        return found;
    }

    static String header(ConsumerRecord<String, byte[]> sent, String name) {
        Header header = sent.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Every service may read every topic. */
    private static Map<String, Object> settings(RunningProduct product) {
        Properties told = product.settings(ServiceName.GATEWAY);
        Map<String, Object> settings = new HashMap<>();
        told.stringPropertyNames().stream()
                .filter(name -> name.startsWith(KAFKA))
                .forEach(name -> settings.put(name.substring(KAFKA.length()), told.getProperty(name)));
        settings.put("bootstrap.servers", told.getProperty("masterplan.kafka.bootstrap-servers"));
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", ByteArrayDeserializer.class.getName());
        return settings;
    }
}
