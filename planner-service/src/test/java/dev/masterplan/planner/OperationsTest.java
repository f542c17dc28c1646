package dev.masterplan.planner;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {

    @Test
    void shouldSayThatItIsReady() {
        // When
        var health = given().get("/q/health/ready");

        // Then
        health.then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void shouldMeasureReadingAndPlanning() {
        // Given
        Talk.plan(Talk.example("notes"), "DRAFT");

        // When
        var metrics = given().get("/q/metrics");

        // Then
        metrics.then()
                .statusCode(200)
                .body(containsString("masterplan_discovery_duration_seconds_count"))
                .body(containsString("masterplan_generation_duration_seconds_count"));
    }

    @Test
    void shouldDescribeItsCalls() {
        // When
        var description = given().queryParam("format", "json").get("/q/openapi");

        // Then
        description
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/masterplans/{id}/approve'.post", notNullValue())
                .body("paths.'/api/v1/sessions/{id}/messages'.post", notNullValue());
    }
}
