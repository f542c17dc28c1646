package dev.masterplan.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.TraceContext;
import dev.masterplan.messaging.outbox.KafkaSender;
import dev.masterplan.messaging.outbox.OutboxMessage;
import dev.masterplan.messaging.outbox.OutboxRow;
import dev.masterplan.messaging.outbox.PanacheOutbox;
import dev.masterplan.messaging.outbox.SqlOutbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a change in one transaction to its effect in another, with Hibernate Reactive on both sides. */
@QuarkusTest
class DeliveryTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String KAFKA = System.getProperty("masterplan.kafka.bootstrap-servers");
    private static final String ROWS = """
            SELECT concat_ws('|', topic, key, kind, masterplan_id, traceparent, encode(payload, 'hex'),
                             created_at IS NOT NULL)
            FROM outbox WHERE key = ? ORDER BY sequence
            """;

    private final Database database = new Database("review");
    private final UUID plan = UUID.randomUUID();

    @Inject
    PanacheOutbox outbox;

    @Inject
    KafkaSender sender;

    @Inject
    Pool pool;

    @Test
    void shouldHaveItsEffectWhenTheTransactionCommits() throws Throwable {
        // Given
        OutboxMessage first = Events.waveCompleted(plan, 1);
        OutboxMessage second = Events.waveCompleted(plan, 2);

        // When
        commit(() -> outbox.append(first, second));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(effects()).containsExactly(1, 2));
        assertInTheSendersTrace();
    }

    @Test
    void shouldPublishNothingWhenTheTransactionFails() throws Throwable {
        // Given
        OutboxMessage lost = Events.waveCompleted(plan, 1);

        // When
        assertThatThrownBy(() -> commit(() ->
                        outbox.append(lost).chain(() -> Uni.createFrom().failure(new IllegalStateException("no")))))
                .hasMessageContaining("no");
        commit(() -> outbox.append(Events.waveCompleted(plan, 2)));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(effects()).containsExactly(2));
    }

    @Test
    void shouldHaveItsEffectOnceWhenARecordComesThreeTimes() {
        // Given
        UUID id = TimeOrderedId.next();

        // When
        for (int i = 0; i < 3; i++) {
            send(id, Json.write(Events.event(plan, 1)));
        }
        send(TimeOrderedId.next(), Json.write(Events.event(plan, 2)));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(effects()).containsExactly(1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON",
                "{\"wave\": 1}",
                "{\"execution_id\": \"no uuid\"}",
            })
    void shouldGoOnBehindAPoisonRecordWhenItIsInTheDeadLetters(String payload) {
        // Given
        UUID poison = TimeOrderedId.next();

        // When
        send(poison, payload.getBytes(StandardCharsets.UTF_8));
        send(TimeOrderedId.next(), Json.write(Events.event(plan, 2)));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(effects()).containsExactly(2));
        try (Records letters = new Records(KAFKA, Topic.WAVE_COMPLETED.deadLetterName(), plan.toString())) {
            await().atMost(SOON).untilAsserted(() -> assertThat(letters.all()).hasSize(1));
            ConsumerRecord<String, byte[]> letter = letters.all().getFirst();
            assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo(payload);
            assertThat(Records.header(letter, "ce_id")).isEqualTo(poison.toString());
            assertThat(Records.header(letter, "dead-letter-reason")).contains("WaveCompleted");
            assertThat(Records.header(letter, "dead-letter-topic")).isEqualTo("execution.wave-completed");
            assertThat(Records.header(letter, "dead-letter-consumer")).isEqualTo("proof-service");
        }
    }

    @Test
    void shouldRepeatTheSameRecordWhenTheDatabaseRefusesForAWhile() {
        // Given
        database.update("ALTER TABLE effect RENAME TO effect_away");

        // When
        send(TimeOrderedId.next(), Json.write(Events.event(plan, 1)));

        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(readiness()).contains("degraded", "DOWN"));
        database.update("ALTER TABLE effect_away RENAME TO effect");
        await().atMost(SOON).untilAsserted(() -> assertThat(effects()).containsExactly(1));
        await().atMost(SOON).untilAsserted(() -> assertThat(readiness()).doesNotContain("degraded"));
        assertInTheSendersTrace();
        try (Records letters = new Records(KAFKA, Topic.WAVE_COMPLETED.deadLetterName(), plan.toString())) {
            assertThat(letters.all()).isEmpty();
        }
    }

    @Test
    void shouldWriteTheSameRowWhenAppendedThroughHibernateOrPlainSql() throws Throwable {
        // Given
        OutboxMessage first = Events.waveCompleted(plan, 1);
        OutboxMessage second = new OutboxMessage(
                TimeOrderedId.next(), first.topic(), first.key(), first.masterplanId(), null, first.payload());
        OutboxMessage third = new OutboxMessage(
                TimeOrderedId.next(), first.topic(), first.key(), null, first.traceparent(), first.payload());

        // When
        commit(() -> outbox.append(first, second, third));
        List<OutboxRow> plain =
                plainSql(Stream.of(first, second, third).map(DeliveryTest::copy).toList());

        // Then
        assertThat(plain).extracting(OutboxRow::sequence).containsExactly(4L, 5L, 6L);
        List<String> rows = database.column(ROWS, plan.toString());
        assertThat(rows.subList(3, 6)).isEqualTo(rows.subList(0, 3));
    }

    /** The effect ran in a span of its own in the sender's trace, and its log lines said so. */
    private void assertInTheSendersTrace() {
        List<String> traces = database.column("SELECT traceparent FROM effect WHERE masterplan_id = ?", plan);
        assertThat(traces)
                .isNotEmpty()
                .doesNotContain(Events.TRACEPARENT)
                .allSatisfy(t -> assertThat(TraceContext.traceId(t)).isEqualTo(Events.TRACE));
        List<String> logged = database.column("SELECT logged_trace FROM effect WHERE masterplan_id = ?", plan);
        assertThat(logged).containsOnly(Events.TRACE);
    }

    private List<OutboxRow> plainSql(List<OutboxMessage> messages) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Uni.createFrom()
                .completionStage(() -> pool.withTransaction(connection -> SqlOutbox.append(connection, messages))
                        .toCompletionStage()));
    }

    private void send(UUID id, byte[] payload) {
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(Topic.WAVE_COMPLETED.topicName(), plan.toString(), payload);
        sent.headers().add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8));
        sent.headers().add("traceparent", Events.TRACEPARENT.getBytes(StandardCharsets.UTF_8));
        sender.send(sent, (metadata, failure) -> {});
    }

    private String readiness() throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://localhost:"
                        + ConfigProvider.getConfig().getValue("quarkus.http.port", String.class) + "/q/health/ready"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(asked, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static OutboxMessage copy(OutboxMessage message) {
        return new OutboxMessage(
                TimeOrderedId.next(),
                message.topic(),
                message.key(),
                message.masterplanId(),
                message.traceparent(),
                message.payload());
    }

    private List<Integer> effects() {
        return database.column("SELECT wave FROM effect WHERE masterplan_id = ? ORDER BY happened_at", plan);
    }

    static void commit(java.util.function.Supplier<Uni<Void>> work) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    }
}
