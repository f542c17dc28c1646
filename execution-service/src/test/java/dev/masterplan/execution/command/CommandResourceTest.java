package dev.masterplan.execution.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.run.Events;
import dev.masterplan.execution.run.Gateway;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommandResourceTest {

    @Test
    void shouldRefuseACommandThatTheStateDoesNotTakeAndNameThoseItTakes() {
        // Given
        String id = ready();

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
