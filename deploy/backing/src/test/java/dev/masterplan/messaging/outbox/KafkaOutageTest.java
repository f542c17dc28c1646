package dev.masterplan.messaging.outbox;

import static dev.masterplan.messaging.outbox.ExecutionSchema.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.backing.OwnKafka;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.outbox.ExecutionSchema.Writer;
import dev.masterplan.proof.Events;
import dev.masterplan.proof.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka goes away and comes back; the database and the writers go on. */
class KafkaOutageTest {

    private static final Map<String, String> SHORT_WAITS =
            Map.of("masterplan.outbox.max-block", "200ms", "masterplan.outbox.tick", "100ms");
    private static final Duration LATER = Duration.ofSeconds(30);

    private final UUID plan = UUID.randomUUID();

    @TempDir
    Path folder;

    private OwnKafka kafka;
    private Publisher publisher;
    private Writer writer;

    @BeforeEach
    void open() throws Exception {
        ExecutionSchema.empty();
        kafka = new OwnKafka(folder);
        writer = Writer.open();
    }

    @AfterEach
    void close() {
        publisher.close();
        writer.close();
        kafka.close();
    }

    @Test
    void shouldPublishInOrderWhenKafkaIsDownAtTheStart() throws Exception {
        // Given
        start(SHORT_WAITS);
        commit(3);

        // When
        kafka.start();

        // Then
        assertPublished(3);
    }

    @Test
    void shouldPublishInOrderWhenKafkaComesBack() throws Exception {
        // Given
        kafka.start();
        start(SHORT_WAITS);
        commit(5);
        kafka.stop();
        commit(20);

        // When
        kafka.start();
        commit(5);

        // Then
        assertPublished(30);
    }

    @Test
    void shouldPublishEverythingKeptWhenTheClusterIsANewOne() throws Exception {
        // Given
        kafka.start();
        start(SHORT_WAITS);
        commit(3);
        assertPublished(3);
        publisher.close();
        kafka.stop();

        // When
        kafka = new OwnKafka(folder.resolve("new"));
        kafka.start();
        start(SHORT_WAITS);

        // Then
        assertPublished(3);
    }

    @Test
    @Tag("slow")
    void shouldPublishInOrderWhenKafkaWasAwayForTwentySeconds() throws Exception {
        // Given
        kafka.start();
        start(Map.of());
        commit(5);
        kafka.stop();
        Instant back = Instant.now().plusSeconds(20);
        int rows = 5;
        while (Instant.now().isBefore(back)) {
            commit(10);
            rows += 10;
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        }
        assertThat(publisher.handOver().age()).isGreaterThan(Duration.ofSeconds(10));

        // When
        kafka.start();

        // Then
        assertPublished(rows);
        await().atMost(LATER).until(() -> publisher.handOver().age(), Duration.ZERO::equals);
    }

    private void start(Map<String, String> thresholds) {
        publisher = new Publisher(0, kafka.bootstrapServers(), thresholds);
        publisher.start();
    }

    private void commit(int rows) throws Exception {
        for (int i = 0; i < rows; i++) {
            publisher.handOver().publish(writer.commit(Events.waveCompleted(plan, i)));
        }
    }

    private void assertPublished(int rows) {
        List<Long> expected = LongStream.rangeClosed(1, rows).boxed().toList();
        try (Records records =
                new Records(kafka.bootstrapServers(), Topic.WAVE_COMPLETED.topicName(), plan.toString())) {
            await().atMost(LATER)
                    .untilAsserted(() -> assertThat(records.sequences()).isEqualTo(expected));
        }
        await().atMost(LATER)
                .untilAsserted(() -> assertThat(
                                DATABASE.<Long>column("SELECT count(*) FROM outbox WHERE published_at IS NULL"))
                        .containsExactly(0L));
    }
}
