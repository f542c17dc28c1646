package dev.masterplan.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.gateway.Door;
import dev.masterplan.messaging.event.LiveUpdate;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Door.class)
class JournalTest {

    @Inject
    JournalRepository journal;

    @Inject
    JournalPruning pruning;

    @Test
    void shouldNumberWithoutGapsWhenKafkaDeliversEverythingThreeTimes() {
        // Given
        UUID ada = UUID.randomUUID();
        UUID bob = UUID.randomUUID();
        List<UUID> ids = new ArrayList<>();

        // When
        try (LiveTopic topic = new LiveTopic()) {
            for (int i = 0; i < 30; i++) {
                UUID id = UUID.randomUUID();
                ids.add(id);
                UUID session = i % 2 == 0 ? ada : bob;
                for (int repeat = 0; repeat < 3; repeat++) {
                    topic.send(id, Updates.of(Updates.message(session, "a" + i), Updates.message(session, "b" + i)));
                }
                topic.send(ids.getFirst(), Updates.of(Updates.message(ada, "again"), Updates.message(ada, "again")));
            }
        }

        // Then
        await().untilAsserted(() -> {
            assertThat(numbers(ada)).isEqualTo(upTo(30));
            assertThat(numbers(bob)).isEqualTo(upTo(30));
        });
        assertThat(rows(ada)).extracting(Envelope::json).noneMatch(json -> json.contains("again"));
        assertThat(rows(ada).getFirst().json()).contains("\"id\":\"" + ids.getFirst() + ":0\"", "\"timestamp\"");
    }

    @Test
    void shouldNumberWithoutGapsWhenSeveralGatewaysWriteOneSession() {
        // Given
        UUID session = UUID.randomUUID();
        List<Future<?>> writes = new ArrayList<>();

        // When
        for (int i = 0; i < 40; i++) {
            UUID id = UUID.randomUUID();
            var updates = Updates.of(Updates.message(session, "m" + i));
            writes.add(journal.append(id, updates));
            writes.add(journal.append(id, updates));
        }
        Future.all(writes).toCompletionStage().toCompletableFuture().join();

        // Then
        assertThat(numbers(session)).isEqualTo(upTo(40));
        assertThat(journal.last(session)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isEqualTo(40);
    }

    @Test
    void shouldGoOnWhenARecordCanNeverBeStored() {
        // Given
        UUID session = UUID.randomUUID();
        var hostile = new LiveUpdate("nul\0type", Updates.TIME, session, null, null, Map.of());

        // When
        try (LiveTopic topic = new LiveTopic()) {
            topic.send(
                    UUID.randomUUID(),
                    session.toString(),
                    "not json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            topic.send(UUID.randomUUID(), Updates.of(hostile));
            topic.send(UUID.randomUUID(), Updates.of(Updates.message(session, "with \0 inside")));
        }

        // Then
        await().untilAsserted(() -> assertThat(numbers(session)).isEqualTo(upTo(1)));
        assertThat(rows(session).getFirst().json()).contains("with \\u0000 inside");
    }

    @Test
    void shouldKeepEverySnapshotAndGoOnCountingWhenOldUpdatesArePruned() {
        // Given
        UUID session = UUID.randomUUID();
        UUID plan = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        store(
                old(Updates.atom(session, plan, "1", "RUNNING")),
                old(Updates.atom(session, plan, "1", "COMPLETED")),
                old(Updates.atom(session, plan, "2", "RUNNING")),
                old(Updates.message(session, "kept")),
                old(Updates.atom(session, other, "1", "FAILED")));
        store(
                young(Updates.atom(session, plan, "2", "COMPLETED")),
                young(Updates.atom(session, plan, "3", "RUNNING")),
                young(Updates.atom(session, plan, "3", "COMPLETED")));
        List<List<Envelope>> before = snapshots(session, plan, other);

        // When
        int gone = join(pruning.prune(Instant.now().minus(Duration.ofDays(30)), 1));

        // Then
        assertThat(gone).isGreaterThanOrEqualTo(2);
        assertThat(numbers(session)).containsExactly(2L, 4L, 5L, 6L, 7L, 8L);
        assertThat(snapshots(session, plan, other)).isEqualTo(before);
        store(young(Updates.message(session, "after")));
        assertThat(numbers(session)).endsWith(8L, 9L);
    }

    @Test
    void shouldEndAPageWhereItsBytesAreReached() {
        // Given
        UUID session = UUID.randomUUID();
        for (int i = 0; i < 4; i++) {
            store(Updates.message(session, "x".repeat(1_000)));
        }

        // Then
        assertThat(join(journal.after(session, 0, 10, 1_500))).hasSize(2);
        assertThat(join(journal.after(session, 2, 10, 1))).hasSize(1);
    }

    private static LiveUpdate old(LiveUpdate update) {
        return at(update, Duration.ofDays(31));
    }

    private static LiveUpdate young(LiveUpdate update) {
        return at(update, Duration.ofDays(29));
    }

    private static LiveUpdate at(LiveUpdate update, Duration ago) {
        return new LiveUpdate(
                update.type(),
                Instant.now().minus(ago),
                update.sessionId(),
                update.masterplanId(),
                update.traceId(),
                update.data());
    }

    private void store(LiveUpdate... updates) {
        join(journal.append(UUID.randomUUID(), Updates.of(updates)));
    }

    private List<List<Envelope>> snapshots(UUID session, UUID... plans) {
        return Stream.concat(Stream.of((UUID) null), Stream.of(plans))
                .map(plan -> join(journal.snapshot(session, plan, 8)))
                .toList();
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private List<Envelope> rows(UUID session) {
        return journal.after(session, 0, 1_000, 1_000_000)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private List<Long> numbers(UUID session) {
        return rows(session).stream().map(Envelope::seq).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
