package dev.masterplan.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.messaging.event.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the owners in the table of topics write a topic; nobody does anything without a password. */
class SecuredKafkaTest {

    @TempDir
    static Path folder;

    private static Backing backing;

    @BeforeAll
    static void start() {
        backing = Backing.start(BackingOptions.forTests(folder).withSecuredKafka());
    }

    @AfterAll
    static void stop() {
        backing.close();
    }

    @Test
    void shouldCarryAnEventWhenTheOwnerWritesAndAnotherServiceReads() throws Exception {
        // When
        send("execution", Topic.WAVE_COMPLETED.topicName(), "done");

        // Then
        assertThat(read("review", "review-service", Topic.WAVE_COMPLETED.topicName()))
                .contains("done");
    }

    @Test
    void shouldRefuseARecordWhenItsWriterIsNoOwner() {
        assertThatThrownBy(() -> send("review", Topic.WAVE_COMPLETED.topicName(), "forged"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void shouldTakeADeadLetterWhenAConsumerWritesIt() throws Exception {
        // When
        send("review", Topic.WAVE_COMPLETED.deadLetterName(), "poison");

        // Then
        assertThat(read("gateway", "gateway-service", Topic.WAVE_COMPLETED.deadLetterName()))
                .contains("poison");
    }

    @Test
    void shouldRefuseAForeignGroupWhenAServiceReads() {
        assertThatThrownBy(() -> read("review", "execution-service", Topic.WAVE_COMPLETED.topicName()))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void shouldAnswerNobodyWhenThePasswordIsMissingOrWrong() {
        // Given
        Map<String, Object> nobody = Map.of(
                "bootstrap.servers",
                backing.bootstrapServers(),
                "default.api.timeout.ms",
                3000,
                "request.timeout.ms",
                2000);
        Map<String, Object> wrong = new HashMap<>(nobody);
        wrong.putAll(new KafkaSecurity("", Map.of("planner", "wrong")).client("planner"));

        // Then
        assertThatThrownBy(() -> topics(nobody)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> topics(wrong)).hasMessageContaining("Authentication failed");
    }

    private static void topics(Map<String, Object> settings) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            admin.listTopics().names().get(5, TimeUnit.SECONDS);
        }
    }

    private static void send(String service, String topic, String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(service), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(String service, String group, String topic) {
        Map<String, Object> settings = settings(service);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<String> values = new java.util.ArrayList<>();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    values.add(record.value());
                }
                return !values.isEmpty();
            });
            return values;
        }
    }

    private static Map<String, Object> settings(String service) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", backing.bootstrapServers());
        backing.kafkaSettings(service).forEach((name, value) -> settings.put(name.substring("kafka.".length()), value));
        return settings;
    }
}
