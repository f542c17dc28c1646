package dev.masterplan.execution.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.notNullValue;

import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.run.Events;
import dev.masterplan.execution.run.Gateway;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommandResourceTest {

    /** READY; no test changes it. */
    private static String untouched;

    @Test
    void shouldRefuseACommandThatTheStateDoesNotTakeAndNameThoseItTakes() {
        // Given
        String id = untouched();

        // When
        var answer = Gateway.as("ada")
                .body(Map.of("command", "resume"))
                .post("/api/v1/executions/" + id + "/commands")
                .then();

        // Then
        answer.statusCode(409)
                .contentType("application/problem+json")
                .body("allowed", hasItem("start"))
                .body("trace_id", notNullValue());
    }

    @Test
    void shouldCancelOnceWhenTheSameKeyIsSentTwice() {
        // Given
        String id = ready();

        // When
        String first = cancel(id);
        String second = cancel(id);

        // Then
        assertThat(second).isEqualTo(first);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        Gateway.as("ada").get("/api/v1/executions/" + id).then().body("state", equalTo("CANCELLED")));
        Gateway.as("ada")
                .get("/api/v1/executions/" + id + "/commands/" + first)
                .then()
                .body("state", equalTo("DONE"));
        assertThat(cancel(id)).isEqualTo(first);
        problem(
                Gateway.as("ada")
                        .header("Idempotency-Key", "once")
                        .body(Map.of("command", "pause"))
                        .post("/api/v1/executions/" + id + "/commands"),
                422);
    }

    @Test
    void shouldAnswerAProblemWhenTheRequestIsWrong() {
        // Given
        UUID nobody = UUID.randomUUID();

        // When
        // Then
        Gateway.as("ada").get("/api/v1/executions/" + nobody).then().statusCode(404);
        Gateway.as("ada")
                .post("/api/v1/masterplans/" + nobody + "/execute")
                .then()
                .statusCode(404);
        given().get("/api/v1/executions").then().statusCode(401);
        given().auth()
                .oauth2(Gateway.token("ada", "planner"))
                .get("/api/v1/executions")
                .then()
                .statusCode(401);
    }

    @Test
    void shouldRefuseCommandsOfThoseWhoMayOnlyRead() {
        // Given
        String id = untouched();
        String run = "/api/v1/executions/" + id;

        // When
        Response cancelled =
                Gateway.as("vera", "viewer").body(Map.of("command", "cancel")).post(run + "/commands");
        Response executed = Gateway.as("vera", "viewer").post("/api/v1/masterplans/" + id + "/execute");
        Response verified = Gateway.as("vera", "viewer")
                .contentType("application/x-tar")
                .body(new byte[0])
                .post(run + "/verifications");

        // Then
        problem(cancelled, 403);
        problem(executed, 403);
        problem(verified, 403);
        Gateway.as("vera", "viewer").get(run).then().statusCode(200).body("state", equalTo("READY"));
    }

    @Test
    void shouldAnswerAProblemWithTheTraceWhenACommandIsMalformedOrItsTargetUnknown() {
        // Given
        String id = untouched();
        String nobody = UUID.randomUUID().toString();
        Map<String, Object> start = Map.of("command", "start");

        // When
        // Then
        problem(send(nobody, start), 404);
        problem(Gateway.as("ada").get("/api/v1/executions/" + id + "/commands/" + nobody), 404);
        problem(send(id, Map.of("command", "explode")), 422);
        problem(send(id, Map.of("command", "review")), 422);
        problem(send(id, Map.of()), 422);
        problem(send(id, Map.of("command", "start", "surprise", 1)), 400);
        problem(send(id, "{"), 400);
        for (String word : List.of("resume", "retry_wave", "retry_atom", "edit_file", "correct_test")) {
            problem(send(id, Map.of("command", word)), 409);
        }
    }

    private static Response send(String id, Object body) {
        return Gateway.as("ada").body(body).post("/api/v1/executions/" + id + "/commands");
    }

    private static void problem(Response answer, int status) {
        answer.then().statusCode(status).contentType("application/problem+json").body("trace_id", hasLength(32));
    }

    private static String cancel(String id) {
        return Gateway.as("ada")
                .header("Idempotency-Key", "once")
                .body(Map.of("command", "cancel"))
                .post("/api/v1/executions/" + id + "/commands")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String untouched() {
        untouched = untouched == null ? ready() : untouched;
        return untouched;
    }

    private static String ready() {
        MasterPlanApproved approved = Approvals.of("notes", Engine.blueprint(), false);
        Events.send(approved);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Gateway.as("ada")
                                .get("/api/v1/executions?state=READY&masterplan_id=" + approved.masterplanId())
                                .jsonPath()
                                .getString("items[0].id"),
                        found -> found != null);
    }
}
