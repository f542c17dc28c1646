package dev.masterplan.review.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.event.GateResult.Verdict;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.LiveUpdates;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.ReviewResolved;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.review.Queue;
import dev.masterplan.review.Records;
import dev.masterplan.review.Sent;
import dev.masterplan.review.Waves;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reviews of acceptance tests: a gate makes them, and a later gate closes them. */
@QuarkusTest
class TestReviewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Waves run = Waves.ofNewRun();

    @Inject
    Pool pool;

    @Test
    void shouldMakeATestReviewWhenAMustTestStaysRed() {
        // Given
        GateResult gate = run.judged(2, Verdict.BLOCKED, Waves.red("T-007-2", "R-007"));

        // When
        send(gate);

        // Then
        assertThat(Queue.only(run.masterplanId()))
                .containsEntry("kind", "TEST")
                .containsEntry("subject", "The sentence of R-007.")
                .containsEntry("evidence", "POST /loans → 201")
                .containsEntry("priority", "high");
    }

    @Test
    void shouldCloseATestReviewWhenItsTestTurnsGreen() {
        // Given
        send(run.judged(2, Verdict.BLOCKED, Waves.red("T-007-2", "R-007"), Waves.red("T-008-1", "R-008")));
        Queue.await(run.masterplanId(), found -> found.size() == 2);

        // When
        send(run.judged(3, Verdict.NOT_PROVED));
        send(run.judged(4, Verdict.BLOCKED, Waves.red("T-008-1", "R-008")));

        // Then
        List<Map<String, Object>> reviews =
                Queue.await(run.masterplanId(), found -> states(found).containsValue("RESOLVED"));
        assertThat(states(reviews))
                .isEqualTo(Map.of("The sentence of R-007.", "RESOLVED", "The sentence of R-008.", "PENDING"));
        assertThat(reviews)
                .filteredOn(review -> review.get("state").equals("RESOLVED"))
                .allSatisfy(review -> assertThat(review)
                        .containsEntry("decision", "MENDED")
                        .containsEntry("reviewer", "Gate S")
                        .containsEntry("comment", "it passes since wave 4, round 4"));
    }

    @Test
    void shouldCloseEveryTestReviewOfTheRunAndNoOtherWhenTheGateOpens() {
        // Given
        Sent.event(
                Topic.WAVE_COMPLETED,
                run.masterplanId(),
                run.traceId(),
                run.completed(4, 1, Waves.doubtful("app/a.py")));
        send(run.judged(2, Verdict.BLOCKED, Waves.red("T-007-2", "R-007"), Waves.red("T-008-1", "R-008")));
        Queue.await(run.masterplanId(), found -> found.size() == 3);

        // When
        send(run.judged(3, Verdict.OPEN));

        // Then
        Queue.await(
                run.masterplanId(),
                found -> states(found)
                        .equals(Map.of(
                                "The sentence of R-007.",
                                "RESOLVED",
                                "The sentence of R-008.",
                                "RESOLVED",
                                "Loan - write app/a.py",
                                "PENDING")));
        await().atMost(PATIENCE).until(() -> resolvedUpdates() == 2);
        assertThat(Records.of(Topic.REVIEW_RESOLVED, run.masterplanId().toString()))
                .hasSize(2)
                .allSatisfy(sent -> assertThat(
                                Json.read(sent.value(), ReviewResolved.class).decision())
                        .isEqualTo(ReviewDecided.Decision.MENDED));
    }

    @Test
    void shouldWriteTheOutboxOnceInTheOrderOfItsKeysWhenAGateClosesOneReviewAndMakesAnother() {
        // Given
        send(run.judged(2, Verdict.BLOCKED, Waves.red("T-007-2", "R-007")));
        Queue.only(run.masterplanId());
        sql("create table written (no bigserial, key text, topic text)");
        sql("""
                create function written() returns trigger language plpgsql as
                $$ begin insert into written (key, topic) values (new.key, new.topic); return new; end $$""");
        sql("create trigger written before insert on outbox for each row execute function written()");

        // When
        send(run.judged(3, Verdict.BLOCKED, Waves.red("T-008-1", "R-008")));

        // Then
        Queue.await(
                run.masterplanId(),
                found -> states(found)
                        .equals(Map.of("The sentence of R-007.", "RESOLVED", "The sentence of R-008.", "PENDING")));
        List<String> topics = new ArrayList<>();
        sql("select topic from written where key = '%s' order by no".formatted(run.masterplanId()))
                .forEach(row -> topics.add(row.getString("topic")));
        sql("drop trigger written on outbox");
        sql("drop function written");
        sql("drop table written");
        assertThat(topics).containsExactly("review.created", "review.resolved");
    }

    private RowSet<Row> sql(String text) {
        return pool.query(text)
                .execute()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void send(GateResult gate) {
        Sent.event(Topic.GATE_RESULT, run.masterplanId(), run.traceId(), gate);
    }

    private static Map<Object, Object> states(List<Map<String, Object>> reviews) {
        return reviews.stream()
                .collect(Collectors.toMap(review -> review.get("subject"), review -> review.get("state")));
    }

    private long resolvedUpdates() {
        return Records.of(Topic.LIVE_UPDATES, run.sessionId().toString()).stream()
                .flatMap(sent -> Json.read(sent.value(), LiveUpdates.class).updates().stream())
                .map(LiveUpdate::type)
                .filter("review_resolved"::equals)
                .count();
    }
}
