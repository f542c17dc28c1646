package dev.masterplan.planner.masterplan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.masterplan.messaging.event.Topic;
import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Records;
import dev.masterplan.planner.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PlanDecisionResourceTest {

    private static String untouched;

    @Test
    void shouldShowTheWholePlanWithAnalysisAndEstimateWhenItIsDrafted() {
        // Given
        String plan = draft();

        // When
        var answer = Gateway.as("vera", Set.of("viewer")).get("/api/v1/masterplans/{id}", plan);

        // Then
        answer.then()
                .statusCode(200)
                .body("name", equalTo("Notes"))
                .body("version", equalTo(1))
                .body("plan.phases.name", equalTo(List.of("Setup", "Core", "Polish")))
                .body("discovery.aggregates.name", hasItem("Note"))
                .body("analysis.errors", hasSize(0))
                .body("analysis.coverage.requirement_key", hasItems("R-001"))
                .body("estimate.atoms", not(equalTo(0)))
                .body("approved_by", nullValue())
                .body("trace_id", notNullValue());
        Gateway.as("vera")
                .get("/api/v1/masterplans/{id}/analysis", plan)
                .then()
                .statusCode(200)
                .body("errors", hasSize(0));
        Gateway.as("vera")
                .get("/api/v1/masterplans/{id}/estimate", plan)
                .then()
                .statusCode(200)
                .body("phases", equalTo(3))
                .body("cost_usd.high", equalTo(0));
    }

    @Test
    void shouldRefuseEveryDecisionWhenThePlanIsApproved() {
        // Given
        String plan = Talk.plan(Talk.example("notes"), "DRAFT");
        post(plan, "approve", "{\"start\": false, \"without_tests\": true}").statusCode(200);

        // When
        ValidatableResponse again = post(plan, "approve", "{}");

        // Then
        problem(again, 409).body("plan_status", equalTo("APPROVED")).body("detail", containsString("APPROVED"));
        problem(post(plan, "reject", "{\"reason\": \"no\"}"), 409);
        problem(
                Gateway.as("ann")
                        .contentType(ContentType.JSON)
                        .delete("/api/v1/masterplans/{id}/draft", plan)
                        .then(),
                409);
    }

    @Test
    void shouldStayReadableWhenThePlanIsRejected() {
        // Given
        String plan = Talk.plan(Talk.example("notes"), "DRAFT");

        // When
        post(plan, "reject", "{\"reason\": \"wrong domain\"}").statusCode(200).body("status", equalTo("REJECTED"));

        // Then
        Gateway.as("ann")
                .get("/api/v1/masterplans/{id}", plan)
                .then()
                .body("status_reason", equalTo("wrong domain"))
                .body("plan.phases", hasSize(3));
        problem(post(plan, "approve", "{}"), 409);
        assertThat(Records.of(Topic.MASTERPLAN_APPROVED, plan)).isEmpty();
    }

    @Test
    void shouldRefuseARejectionWithoutReason() {
        // Given
        String plan = draft();

        // When
        ValidatableResponse answer = post(plan, "reject", "{}");

        // Then
        problem(answer, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "reject", "draft", "undo", "requirements/defer"})
    void shouldAnswer404WhenThereIsNoSuchPlan(String command) {
        // When
        ValidatableResponse answer = post(
                UUID.randomUUID().toString(),
                command,
                switch (command) {
                    case "reject" -> "{\"reason\": \"x\"}";
                    case "requirements/defer" -> "{\"requirements\": \"all\", \"reason\": \"x\"}";
                    default -> "{}";
                });

        // Then
        problem(answer, 404);
    }

    @Test
    void shouldRefuseDecisionsOfThoseWhoMayOnlyRead() {
        // Given
        String path = "/api/v1/masterplans/{id}/approve";

        // When
        var viewer = Gateway.as("vera", Set.of("viewer"))
                .contentType(ContentType.JSON)
                .body("{}");
        var nobody = given().contentType(ContentType.JSON).body("{}");

        // Then
        problem(viewer.post(path, UUID.randomUUID()).then(), 403);
        problem(nobody.post(path, UUID.randomUUID()).then(), 401);
    }

    @Test
    void shouldListPlansOfASessionByStatus() {
        // Given
        String session = Talk.session("list");
        String plan = Talk.say(session, "/masterplan " + Talk.example("notes"))
                .extract()
                .path("masterplan_id");
        Talk.awaitStatus(plan, "DRAFT");

        // When
        var drafts = Gateway.as("ann").queryParam("session_id", session).queryParam("status", "DRAFT");
        var rejected = Gateway.as("ann").queryParam("session_id", session).queryParam("status", "REJECTED");

        // Then
        drafts.get("/api/v1/masterplans")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(plan))
                .body("total", equalTo(1));
        rejected.get("/api/v1/masterplans").then().statusCode(200).body("total", equalTo(0));
        problem(
                Gateway.as("ann")
                        .queryParam("limit", 0)
                        .get("/api/v1/masterplans")
                        .then(),
                422);
    }

    /** A draft that no test changes. */
    private static String draft() {
        if (untouched == null) {
            untouched = Talk.plan(Talk.example("notes"), "DRAFT");
        }
        return untouched;
    }

    private static ValidatableResponse post(String plan, String command, String body) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/masterplans/{id}/" + command, plan)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("trace_id", notNullValue())
                .body(not(containsString("dev.masterplan")))
                .body(not(containsString("\tat ")));
    }
}
