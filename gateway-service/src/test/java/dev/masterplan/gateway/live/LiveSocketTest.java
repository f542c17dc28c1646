package dev.masterplan.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.gateway.Door;
import dev.masterplan.messaging.event.LiveUpdate;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Door.class)
class LiveSocketTest {

    @TestHTTPResource
    URI gateway;

    @Inject
    JournalRepository journal;

    @Inject
    Pool pool;

    private final UUID session = UUID.randomUUID();
    private final UUID plan = UUID.randomUUID();

    @Test
    void shouldShowTheNewestStateAndThenWhatHappensWhenAPageOpens() {
        // Given
        store(Updates.message(session, "hello"));
        store(Updates.atom(session, plan, "1", "RUNNING"));
        store(Updates.atom(session, plan, "1", "COMPLETED"));

        // When
        try (LiveClient client = new LiveClient(gateway).followSession(session, null)) {
            await().until(() -> !client.frames().isEmpty());
            store(Updates.atom(session, plan, "2", "RUNNING"));

            // Then
            await().untilAsserted(() -> assertThat(client.numbers()).containsExactly(4L));
            assertThat(client.snapshot().get("type").asText()).isEqualTo("snapshot");
            assertThat(client.snapshot().get("seq").asLong()).isEqualTo(3);
            assertThat(client.snapshot().get("updates"))
                    .extracting(update -> update.get("seq").asLong())
                    .containsExactly(1L, 3L);
            JsonNode update = client.updates().getFirst();
            assertThat(update.get("v").asInt()).isEqualTo(1);
            assertThat(update.get("session_id").asText()).isEqualTo(session.toString());
            assertThat(update.get("masterplan_id").asText()).isEqualTo(plan.toString());
            assertThat(update.get("trace_id").asText()).isEqualTo(Updates.TRACE_ID);
            assertThat(update.get("data").get("status").asText()).isEqualTo("RUNNING");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 6, 7, 8, 39, 40})
    void shouldSendExactlyWhatIsMissingWhenAClientComesBack(long after) {
        // Given
        storeMessages(40);

        // When
        try (LiveClient client = new LiveClient(gateway).followSession(session, after)) {
            await().until(() -> !client.frames().isEmpty());
            store(Updates.message(session, "new"));

            // Then
            await().untilAsserted(() -> assertThat(client.numbers())
                    .isEqualTo(LongStream.rangeClosed(after + 1, 41).boxed().toList()));
        }
    }

    @Test
    void shouldMissNothingWhenUpdatesArriveWhileManyClientsCatchUp() {
        // Given
        storeMessages(50);
        try (LiveTopic topic = new LiveTopic();
                LiveClient fromStart = new LiveClient(gateway).followSession(session, 0L);
                LiveClient fromMiddle = new LiveClient(gateway).followSession(session, 25L)) {
            // When
            for (int i = 0; i < 100; i++) {
                topic.send(UUID.randomUUID(), Updates.of(Updates.message(session, "live " + i)));
            }

            // Then
            await().untilAsserted(() -> {
                assertThat(fromStart.numbers())
                        .isEqualTo(LongStream.rangeClosed(1, 150).boxed().toList());
                assertThat(fromMiddle.numbers())
                        .isEqualTo(LongStream.rangeClosed(26, 150).boxed().toList());
            });
        }
    }

    @Test
    void shouldKeepSessionsAndPlansApartWhenTwoAreFollowed() {
        // Given
        UUID other = UUID.randomUUID();
        UUID otherPlan = UUID.randomUUID();
        store(Updates.atom(session, otherPlan, "0", "RUNNING"));

        try (LiveClient one = new LiveClient(gateway).followSession(session, null);
                LiveClient two = new LiveClient(gateway).followSession(other, null);
                LiveClient onePlan = new LiveClient(gateway).followPlan(plan, null)) {
            await().until(() -> !one.frames().isEmpty()
                    && !two.frames().isEmpty()
                    && !onePlan.frames().isEmpty());

            // When
            store(Updates.atom(other, null, "1", "RUNNING"));
            store(Updates.atom(session, otherPlan, "1", "RUNNING"));
            store(Updates.atom(session, plan, "2", "RUNNING"));
            store(Updates.atom(session, otherPlan, "3", "RUNNING"));
            store(Updates.atom(session, plan, "4", "RUNNING"));

            // Then
            await().untilAsserted(() -> {
                assertThat(one.numbers()).containsExactly(2L, 3L, 4L, 5L);
                assertThat(two.numbers()).containsExactly(1L);
                assertThat(onePlan.numbers()).containsExactly(3L, 5L);
            });
        }
    }

    @Test
    void shouldCloseASlowReaderAndLoseNothingWhenItComesBack() {
        // Given
        String text = "x".repeat(100_000);
        try (LiveClient slow = new LiveClient(gateway).followSession(session, 0L)) {
            await().until(() -> !slow.frames().isEmpty());
            slow.pause();

            // When
            for (int i = 0; i < 30; i++) {
                store(Stream.generate(() -> Updates.message(session, text))
                        .limit(10)
                        .toArray(LiveUpdate[]::new));
            }
            slow.resume();

            // Then
            await().untilAsserted(() -> assertThat(slow.closeCode()).isEqualTo((short) 1013));
            List<Long> seen = slow.numbers();
            assertThat(seen).hasSizeLessThan(300);
            try (LiveClient again = new LiveClient(gateway).followSession(session, (long) seen.size())) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(again.numbers())
                                .isEqualTo(LongStream.rangeClosed(seen.size() + 1, 300)
                                        .boxed()
                                        .toList()));
            }
        }
    }

    @Test
    void shouldGoOnWhenTheConnectionToTheJournalIsLost() {
        // Given
        try (LiveClient client = new LiveClient(gateway).followSession(session, null)) {
            await().until(() -> !client.frames().isEmpty());

            // When
            pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ILIKE 'LISTEN%'")
                    .execute()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            store(Updates.message(session, "while nobody listened"));

            // Then
            await().untilAsserted(() -> assertThat(client.numbers()).containsExactly(1L));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", "{\"type\":\"subscribe\"}", "{\"type\":\"hello\"}"})
    void shouldCloseWithAReasonWhenAMessageIsNotUnderstood(String message) {
        try (LiveClient client = new LiveClient(gateway).say(message)) {
            await().untilAsserted(() -> assertThat(client.closeCode()).isEqualTo((short) 1008));
        }
    }

    @Test
    void shouldRefuseTheUpgradeWhenAForeignPageAsks() {
        assertThatThrownBy(() -> new LiveClient(gateway, "Authorization", Door.BEARER, "Origin", "http://evil.example"))
                .hasMessageContaining("403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", ""})
    void shouldRefuseTheUpgradeWhenTheTokenIsWrong(String authorization) {
        assertThatThrownBy(() -> new LiveClient(gateway, "Authorization", authorization))
                .hasMessageContaining("401");
    }

    private void store(LiveUpdate... updates) {
        journal.append(UUID.randomUUID(), Updates.of(updates))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void storeMessages(int count) {
        for (int i = 0; i < count; i++) {
            store(Updates.message(session, "m" + i));
        }
    }
}
