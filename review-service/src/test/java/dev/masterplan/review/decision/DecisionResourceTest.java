package dev.masterplan.review.decision;

import static dev.masterplan.review.Waves.doubtful;
import static dev.masterplan.review.Waves.failed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.LiveUpdates;
import dev.masterplan.messaging.event.ReviewApplied;
import dev.masterplan.messaging.event.ReviewApplied.Outcome;
import dev.masterplan.messaging.event.ReviewCreated;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.ReviewResolved;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.WaveCompleted;
import dev.masterplan.messaging.event.WaveCompleted.AtomResult;
import dev.masterplan.review.Gateway;
import dev.masterplan.review.Queue;
import dev.masterplan.review.Records;
import dev.masterplan.review.Sent;
import dev.masterplan.review.Waves;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DecisionResourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Waves run = Waves.ofNewRun();

    @Test
    void shouldTellExecutionOfAnApprovalAndCloseWhenItIsApplied() {
        // Given
        Object id = reviewOf(doubtful("app/a.py"));

        // When
        Queue.approve(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("DECIDED"))
                .body("decision", equalTo("APPROVE"))
                .body("reviewer", equalTo("rita"));
        ReviewDecided decided = first(Topic.REVIEW_DECIDED, ReviewDecided.class);
        Queue.approve(id).then().statusCode(409).body("state", equalTo("DECIDED"));
        answer(id, Outcome.APPLIED, List.of());

        // Then
        assertThat(decided.decision()).isEqualTo(ReviewDecided.Decision.APPROVE);
        assertThat(decided.file()).isEqualTo("app/a.py");
        assertThat(decided.editedContent()).isNull();
        assertThat(Queue.awaitState(id, "RESOLVED")).containsEntry("decision", "APPROVE");
        ReviewResolved resolved = first(Topic.REVIEW_RESOLVED, ReviewResolved.class);
        assertThat(resolved.reviewer()).isEqualTo("rita");
        assertThat(resolved.traceId()).isEqualTo(run.traceId());
        Queue.approve(id).then().statusCode(409).body("state", equalTo("RESOLVED"));
    }

    @Test
    void shouldRefuseApprovalWhenTheAtomFailed() {
        // Given
        Object id = reviewOf(failed("app/a.py"));

        // When
        var answer = Queue.approve(id).then();

        // Then
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("FAILED"))
                .body("trace_id", notNullValue());
    }

    @Test
    void shouldSendTheEditAndWaitWhenAFileIsEdited() {
        // Given
        Object id = reviewOf(failed("app/a.py"));

        // When
        Queue.edit(id, "print('mended')\n").then().statusCode(202).body("state", equalTo("DECIDED"));

        // Then
        ReviewDecided decided = first(Topic.REVIEW_DECIDED, ReviewDecided.class);
        assertThat(decided.decision()).isEqualTo(ReviewDecided.Decision.EDIT);
        assertThat(decided.file()).isEqualTo("app/a.py");
        assertThat(decided.editedContent()).isEqualTo("print('mended')\n");
        assertThat(decided.baseHash()).isEqualTo("a".repeat(64));
        assertThat(decided.reviewer()).isEqualTo("rita");
        Queue.edit(id, "again").then().statusCode(409);
    }

    @Test
    void shouldCloseTheReviewWhenTheEditWasApplied() {
        // Given
        Object id = reviewOf(failed("app/a.py"));
        Queue.edit(id, "print()").then().statusCode(202);

        // When
        answer(id, Outcome.APPLIED, List.of());

        // Then
        assertThat(Queue.awaitState(id, "RESOLVED")).containsEntry("decision", "EDIT");
        assertThat(first(Topic.REVIEW_RESOLVED, ReviewResolved.class).decision())
                .isEqualTo(ReviewDecided.Decision.EDIT);
    }

    @Test
    void shouldMarkAllThatIsToldWhenItIsARehearsal() {
        // Given
        WaveCompleted wave = Waves.rehearsed(run.completed(1, 1, doubtful("app/a.py")));
        Sent.event(Topic.WAVE_COMPLETED, run.masterplanId(), run.traceId(), wave);
        Map<String, Object> review = Queue.only(run.masterplanId());

        // When
        Queue.approve(review.get("id")).then().statusCode(200);
        answer(review.get("id"), Outcome.APPLIED, List.of());
        Queue.awaitState(review.get("id"), "RESOLVED");

        // Then
        ReviewCreated created = first(Topic.REVIEW_CREATED, ReviewCreated.class);
        assertThat(created.rehearsal()).isTrue();
        assertThat(created.suggestions())
                .containsExactly(
                        "look at line 3: wrong in app/a.py",
                        "compare the attempts: 1 refused",
                        "approve app/a.py as it is, or edit it")
                .isEqualTo(review.get("suggestions"));
        assertThat(first(Topic.REVIEW_DECIDED, ReviewDecided.class).rehearsal()).isTrue();
        assertThat(first(Topic.REVIEW_RESOLVED, ReviewResolved.class).rehearsal())
                .isTrue();
        assertThat(await().atMost(PATIENCE).until(this::updates, told -> told.size() == 3))
                .allSatisfy(update -> assertThat(update.data()).containsEntry("rehearsal", true));
    }

    private List<LiveUpdate> updates() {
        return Records.of(Topic.LIVE_UPDATES, run.sessionId().toString()).stream()
                .flatMap(sent -> Json.read(sent.value(), LiveUpdates.class).updates().stream())
                .toList();
    }

    @Test
    void shouldKeepDraftAndDiagnosticsWhenTheEditWasRefused() {
        // Given
        Object id = reviewOf(failed("app/a.py"));
        Queue.edit(id, "print(").then().statusCode(202);

        // When
        answer(id, Outcome.REFUSED, List.of("line 1: '(' was never closed"));

        // Then
        assertThat(Queue.awaitState(id, "IN_REVIEW"))
                .containsEntry("draft", "print(")
                .containsEntry("refusal", List.of("line 1: '(' was never closed"));
        Queue.edit(id, "print()").then().statusCode(202);
    }

    @Test
    void shouldAnswerTheSameOnceMoreWhenTheKeyIsRepeated() {
        // Given
        Object id = reviewOf(doubtful("app/a.py"));
        String key = UUID.randomUUID().toString();

        // When
        String first = approveWith(key, id);
        String second = approveWith(key, id);

        // Then
        assertThat(second).isEqualTo(first);
        Gateway.as("rita")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("comment", "something else"))
                .post("/api/v1/reviews/{id}/approve", id)
                .then()
                .statusCode(422)
                .body("detail", containsString("another request"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"content": ""}                                | 422
            {"comment": "no content"}                      | 422
            {"content": "x", "base_hash": "nonsense"}      | 422
            {"content": "x", "unknown": 1}                 | 422
            {"content": "a\\u0000b"}                       | 422
            {"content": "a\\ud800b"}                       | 422
            {"content":                                    | 400
            []                                             | 422
            """)
    void shouldRefuseAnEditThatIsNone(String body, int status) {
        // Given
        Object id = UUID.randomUUID();

        // When
        var answer = Gateway.as("rita").contentType(ContentType.JSON).body(body).post("/api/v1/reviews/{id}/edit", id);

        // Then
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("trace_id", notNullValue())
                .body(not(containsString("dev.masterplan")));
    }

    @Test
    void shouldRefuseWithoutTheRoleAndWithoutSignature() {
        // Given
        UUID id = UUID.randomUUID();

        // When
        var viewer = Gateway.as("vera", Set.of("viewer"))
                .contentType(ContentType.JSON)
                .body("{}");
        var nobody = given().contentType(ContentType.JSON).body("{}");

        // Then
        viewer.post("/api/v1/reviews/{id}/approve", id).then().statusCode(403).body("trace_id", notNullValue());
        nobody.post("/api/v1/reviews/{id}/approve", id).then().statusCode(401).body("trace_id", notNullValue());
        Queue.approve(id).then().statusCode(404).body("status", equalTo(404));
    }

    private Object reviewOf(AtomResult atom) {
        Sent.event(Topic.WAVE_COMPLETED, run.masterplanId(), run.traceId(), run.completed(1, 1, atom));
        return Queue.only(run.masterplanId()).get("id");
    }

    private void answer(Object reviewId, Outcome outcome, List<String> diagnostics) {
        ReviewApplied applied = new ReviewApplied(
                UUID.fromString(reviewId.toString()),
                run.masterplanId(),
                run.executionId(),
                run.sessionId(),
                run.traceId(),
                null,
                outcome,
                diagnostics,
                null,
                null,
                null,
                false,
                Instant.EPOCH);
        Sent.event(Topic.REVIEW_APPLIED, run.masterplanId(), run.traceId(), applied);
    }

    private <T> T first(Topic topic, Class<T> type) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Records.of(topic, run.masterplanId().toString()).stream()
                                .map(sent -> Json.read(sent.value(), type))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static String approveWith(String key, Object id) {
        return Gateway.as("rita")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("comment", "fine"))
                .post("/api/v1/reviews/{id}/approve", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
