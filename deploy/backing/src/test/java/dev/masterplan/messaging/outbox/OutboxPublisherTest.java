package dev.masterplan.messaging.outbox;

import static dev.masterplan.messaging.outbox.ExecutionSchema.DATABASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.CloudEventHeaders;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.outbox.ExecutionSchema.Writer;
import dev.masterplan.proof.Events;
import dev.masterplan.proof.Records;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the committed row to Kafka, whatever dies in between. */
class OutboxPublisherTest {

    private static final String KAFKA = System.getProperty("masterplan.kafka.bootstrap-servers");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int ROWS_A_WRITER = 200;

    private final UUID plan = UUID.randomUUID();
    private final Records records = new Records(KAFKA, Topic.WAVE_COMPLETED.topicName(), plan.toString());
    private final List<Publisher> running = new ArrayList<>();

    @BeforeEach
    void emptyTables() {
        ExecutionSchema.empty();
    }

    @AfterEach
    void stopAll() {
        running.forEach(Publisher::close);
        records.close();
    }

    @Test
    void shouldSendACloudEventWhenRowsAreHandedOver() throws Exception {
        // Given
        OutboxMessage message = Events.waveCompleted(plan, 1);
        Publisher publisher = start(0);
        try (Writer writer = Writer.open()) {
            // When
            publisher.handOver().publish(writer.commit(message));

            // Then
            await().atMost(SOON).until(() -> !records.all().isEmpty());
            ConsumerRecord<String, byte[]> sent = records.all().getFirst();
            assertThat(sent.value()).isEqualTo(message.payload());
            assertThat(Map.of(
                            "id", Records.header(sent, CloudEventHeaders.ID),
                            "type", Records.header(sent, CloudEventHeaders.TYPE),
                            "source", Records.header(sent, CloudEventHeaders.SOURCE),
                            "subject", Records.header(sent, CloudEventHeaders.SUBJECT),
                            "version", Records.header(sent, CloudEventHeaders.SPEC_VERSION),
                            "sequence", Records.header(sent, CloudEventHeaders.SEQUENCE),
                            "content", Records.header(sent, CloudEventHeaders.CONTENT_TYPE),
                            "trace", Records.header(sent, CloudEventHeaders.TRACEPARENT)))
                    .isEqualTo(Map.of(
                            "id", message.id().toString(),
                            "type", "dev.masterplan.WaveCompleted.v1",
                            "source", "execution-service",
                            "subject", plan.toString(),
                            "version", "1.0",
                            "sequence", "1",
                            "content", "application/json",
                            "trace", Events.TRACEPARENT));
            await().atMost(SOON).until(() -> waiting() == 0);
        }
    }

    @Test
    void shouldPublishAfterARestartWhenTheProcessDiedBetweenCommitAndPublish() throws Exception {
        // Given
        assertThat(runAndCrash(plan)).isEqualTo(137);
        assertThat(waiting()).isEqualTo(2);

        // When
        start(0);

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(records.sequences()).containsExactly(1L, 2L));
    }

    @Test
    void shouldKeepTheOrderOfAKeyWhenTwoInstancesWriteIt() throws Exception {
        // Given
        Publisher one = start(1);
        Publisher two = start(2);

        // When
        CompletableFuture.allOf(writeAll(one), writeAll(two)).join();

        // Then
        List<Long> expected =
                LongStream.rangeClosed(1, 2 * ROWS_A_WRITER).boxed().toList();
        await().atMost(SOON).untilAsserted(() -> assertThat(records.sequences()).hasSameSizeAs(expected));
        assertThat(records.sequences()).isEqualTo(expected);
    }

    @Test
    void shouldSendTheLargestValueThatATopicTakes() throws Exception {
        // Given
        byte[] largest = new byte[Topic.MASTERPLAN_APPROVED.maxMessageBytes()];
        new Random(1).nextBytes(largest);
        OutboxMessage message = new OutboxMessage(
                TimeOrderedId.next(), Topic.MASTERPLAN_APPROVED, plan.toString(), plan, Events.TRACEPARENT, largest);
        Publisher publisher = start(0);
        try (Writer writer = Writer.open();
                Records approved = new Records(KAFKA, Topic.MASTERPLAN_APPROVED.topicName(), plan.toString())) {
            // When
            publisher.handOver().publish(writer.commit(message));

            // Then
            await().atMost(SOON).until(() -> !approved.all().isEmpty());
            assertThat(Arrays.equals(approved.all().getFirst().value(), largest))
                    .isTrue();
        }
    }

    @Test
    void shouldDeleteLiveRowsAndKeepDomainRowsWhenKafkaHasThem() throws Exception {
        // Given
        UUID session = UUID.randomUUID();
        LiveUpdate update = new LiveUpdate("message", Instant.EPOCH, session, plan, Events.TRACE, Map.of("text", "hi"));
        OutboxMessage live = OutboxMessage.live(TimeOrderedId.next(), session, plan, null, List.of(update));
        Publisher publisher = start(0);
        try (Writer writer = Writer.open()) {
            // When
            publisher.handOver().publish(writer.commit(live, Events.waveCompleted(plan, 1)));

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    DATABASE.<String>column("SELECT kind || (published_at IS NOT NULL) FROM outbox"))
                            .containsExactly("domaintrue"));
        }
    }

    @Test
    void shouldPublishTheLastMinutesAgainWhenTheLastStopWasNotClean() throws Exception {
        // Given
        publishOneAndStop();
        DATABASE.update("UPDATE outbox_publisher SET clean = false");

        // When
        start(0);

        // Then
        await().atMost(SOON).until(() -> records.ids().size() == 2);
        assertThat(records.ids().stream().distinct()).hasSize(1);
    }

    @Test
    void shouldForgetWhatIsOldWhenItRepairs() throws Exception {
        // Given
        publishOneAndStop();
        DATABASE.update("UPDATE outbox SET published_at = now() - interval '7 days 1 hour'");
        publishOneAndStop();
        DATABASE.update("INSERT INTO inbox VALUES ('old', ?, now() - interval '14 days 1 hour')", UUID.randomUUID());
        DATABASE.update("INSERT INTO inbox VALUES ('young', ?, now() - interval '13 days')", UUID.randomUUID());

        // When
        start(0);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(DATABASE.<String>column("SELECT consumer FROM inbox"))
                        .containsExactly("young"));
        assertThat(DATABASE.<Long>column("SELECT sequence FROM outbox")).containsExactly(2L);
    }

    @Test
    void shouldCountAStopAsCleanWhenEverythingIsSettled() throws Exception {
        // When
        publishOneAndStop();

        // Then
        assertThat(DATABASE.<Boolean>column("SELECT clean FROM outbox_publisher"))
                .containsExactly(true);
        assertThat(waiting()).isZero();
    }

    private void publishOneAndStop() throws Exception {
        Publisher publisher = start(0);
        try (Writer writer = Writer.open()) {
            publisher.handOver().publish(writer.commit(Events.waveCompleted(plan, 1)));
            await().atMost(SOON).until(() -> waiting() == 0);
        }
        publisher.close();
    }

    private Publisher start(int slot) {
        Publisher publisher = Publisher.started(slot);
        running.add(publisher);
        return publisher;
    }

    private CompletableFuture<Void> writeAll(Publisher publisher) {
        return CompletableFuture.runAsync(() -> {
            try (Writer writer = Writer.open()) {
                for (int i = 0; i < ROWS_A_WRITER; i++) {
                    publisher.handOver().publish(writer.commit(Events.waveCompleted(plan, i)));
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long waiting() {
        return DATABASE.<Long>column("SELECT count(*) FROM outbox WHERE published_at IS NULL")
                .getFirst();
    }

    private static int runAndCrash(UUID plan) throws Exception {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-Dmasterplan.postgres.port=" + System.getProperty("masterplan.postgres.port"),
                        "-Dmasterplan.postgres.password=" + System.getProperty("masterplan.postgres.password"),
                        "-Dmasterplan.kafka.bootstrap-servers=" + KAFKA,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        plan.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/crashing-writer.log"))
                .start()
                .waitFor();
    }
}
