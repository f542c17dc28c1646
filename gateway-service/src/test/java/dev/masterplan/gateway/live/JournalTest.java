package dev.masterplan.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.gateway.Door;
import dev.masterplan.messaging.event.LiveUpdate;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Door.class)
class JournalTest {

    @Inject
    JournalRepository journal;

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

    private List<Envelope> rows(UUID session) {
        return journal.after(session, 0, 1_000)
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
