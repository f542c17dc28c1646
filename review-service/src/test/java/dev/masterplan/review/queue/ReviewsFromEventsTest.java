package dev.masterplan.review.queue;

import static dev.masterplan.review.Waves.doubtful;
import static dev.masterplan.review.Waves.failed;
import static dev.masterplan.review.Waves.fine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.LiveUpdates;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.ReviewCreated;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.WaveCompleted;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.review.Gateway;
import dev.masterplan.review.Queue;
import dev.masterplan.review.Records;
import dev.masterplan.review.Sent;
import dev.masterplan.review.Waves;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewsFromEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Waves run = Waves.ofNewRun();

    @Test
    void shouldListWhatWaitsInAllPlansWhenNoneIsNamed() {
        // Given
        send(run.completed(2, 1, doubtful("app/loan.py")));
        Object id = Queue.only(run.masterplanId()).get("id");

        // When
        List<String> waiting = Gateway.as("rita")
                .get("/api/v1/reviews?limit=200&state=PENDING")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");

        // Then
        assertThat(waiting).contains(id.toString());
    }

    @Test
    void shouldMakeOneCardOfAFilesChainWhenAtomsAreDoubtful() {
        // Given
        WaveCompleted wave = run.completed(2, 1, doubtful("app/loan.py"), failed("app/loan.py"), fine("app/book.py"));

        // When
        send(wave);

        // Then
        Map<String, Object> review = Queue.only(run.masterplanId());
        assertThat(review)
                .containsEntry("kind", "ATOM")
                .containsEntry("file", "app/loan.py")
                .containsEntry("state", "PENDING")
                .containsEntry("priority", "high")
                .containsEntry("failed", true)
                .containsEntry("trace_id", run.traceId())
                .containsEntry("atom_id", wave.atoms().get(1).atomId().toString());
        assertThat(review.get("atom_ids"))
                .isEqualTo(List.of(
                        wave.atoms().get(0).atomId().toString(),
                        wave.atoms().get(1).atomId().toString()));
    }

    @Test
    void shouldTellOfANewReviewInThePlansTraceWhenItIsMade() {
        // Given
        WaveCompleted wave = run.completed(1, 1, doubtful("app/a.py"));

        // When
        send(wave);

        // Then
        ConsumerRecord<String, byte[]> sent = await().atMost(PATIENCE)
                .until(() -> Records.of(Topic.REVIEW_CREATED, run.masterplanId().toString()), found -> !found.isEmpty())
                .getFirst();
        ReviewCreated created = Json.read(sent.value(), ReviewCreated.class);
        assertThat(created.priority()).isEqualTo("medium");
        assertThat(created.confidenceScore()).isEqualTo(0.65);
        assertThat(created.traceId()).isEqualTo(run.traceId());
        assertThat(Records.header(sent, "traceparent")).contains(run.traceId());
        await().atMost(PATIENCE).until(() -> updates().contains("review_created"));
    }

    @Test
    void shouldMakeOneReviewWhenAnEventComesThreeTimes() {
        // Given
        UUID id = TimeOrderedId.next();
        byte[] payload = Json.write(run.completed(1, 1, doubtful("app/a.py")));

        // When
        for (int i = 0; i < 3; i++) {
            Sent.record(Topic.WAVE_COMPLETED, id, run.masterplanId(), run.traceId(), payload);
        }
        send(run.completed(1, 2, doubtful("app/b.py")));

        // Then
        List<Map<String, Object>> reviews = Queue.await(run.masterplanId(), found -> found.size() >= 2);
        assertThat(reviews).extracting(review -> review.get("file")).containsExactly("app/a.py", "app/b.py");
        assertThat(Records.of(Topic.REVIEW_CREATED, run.masterplanId().toString()))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void shouldBringTheOpenReviewUpToDateWhenALaterRoundMendsTheAtom() {
        // Given
        send(run.completed(1, 1, failed("app/a.py")));
        Queue.only(run.masterplanId());

        // When
        send(run.completed(1, 2, fine("app/a.py")));

        // Then
        Queue.await(
                run.masterplanId(),
                found -> found.size() == 1
                        && Boolean.FALSE.equals(found.getFirst().get("failed")));
    }

    @Test
    void shouldMakeARequirementReviewWhenARequirementWasDeferred() {
        // Given
        MasterPlanApproved.Deferral deferral =
                new MasterPlanApproved.Deferral(UUID.randomUUID(), "R-003", "Export as CSV.", "ann", "later");
        MasterPlanApproved approved = new MasterPlanApproved(
                run.masterplanId(),
                1,
                run.sessionId(),
                "Library",
                run.traceId(),
                null,
                Engine.blueprint(),
                new Limits(BigDecimal.ONE, BigDecimal.TEN, 1),
                true,
                false,
                discovery(),
                new PlanDocument(List.of()),
                List.of(),
                List.of(deferral),
                BigDecimal.ZERO,
                "ann",
                Instant.EPOCH);

        // When
        Sent.event(Topic.MASTERPLAN_APPROVED, run.masterplanId(), run.traceId(), approved);

        // Then
        assertThat(Queue.only(run.masterplanId()))
                .containsEntry("kind", "REQUIREMENT")
                .containsEntry("requirement_keys", List.of("R-003"))
                .containsEntry("evidence", "deferred by ann: later");
    }

    @Test
    void shouldPutAnEventAsideAndGoOnWhenItDoesNotParse() {
        // Given
        byte[] poison = "{\"wave\": 1}".getBytes(StandardCharsets.UTF_8);

        // When
        Sent.record(Topic.WAVE_COMPLETED, TimeOrderedId.next(), run.masterplanId(), run.traceId(), poison);
        send(run.completed(1, 1, doubtful("app/a.py")));

        // Then
        assertThat(Queue.only(run.masterplanId())).containsEntry("file", "app/a.py");
    }

    private void send(WaveCompleted wave) {
        Sent.event(Topic.WAVE_COMPLETED, run.masterplanId(), run.traceId(), wave);
    }

    private List<String> updates() {
        return Records.of(Topic.LIVE_UPDATES, run.sessionId().toString()).stream()
                .flatMap(sent -> Json.read(sent.value(), LiveUpdates.class).updates().stream())
                .map(LiveUpdate::type)
                .toList();
    }

    private static Discovery discovery() {
        return new Discovery(
                "Library",
                null,
                new Discovery.Stack("python", null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
