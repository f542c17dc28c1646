package dev.masterplan.review;

import static dev.masterplan.review.Waves.doubtful;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.masterplan.messaging.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest {

    private static final String SIZE = "masterplan_review_queue_size";

    @Test
    void shouldSayThatItIsReady() {
        // When
        var health = given().get("/q/health/ready");

        // Then
        health.then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void shouldMeasureHowManyWait() {
        // Given
        Waves run = Waves.ofNewRun();
        double before = size();

        // When
        Sent.event(Topic.WAVE_COMPLETED, run.masterplanId(), run.traceId(), run.completed(1, 1, doubtful("app/a.py")));

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> size() == before + 1);
        Queue.approve(Queue.only(run.masterplanId()).get("id")).then().statusCode(200);
        await().atMost(Duration.ofSeconds(10)).until(() -> size() == before);
    }

    @Test
    void shouldDescribeItsCalls() {
        // When
        var description = given().queryParam("format", "json").get("/q/openapi");

        // Then
        description.then().statusCode(200).body("paths.'/api/v1/reviews/{id}/edit'.post", notNullValue());
    }

    private static double size() {
        return given().get("/q/metrics")
                .then()
                .body(containsString(SIZE))
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(SIZE))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
