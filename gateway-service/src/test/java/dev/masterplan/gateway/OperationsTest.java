package dev.masterplan.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Door.class)
class OperationsTest {

    @Test
    void shouldNameNoIdInAnyMetricWhenRequestsCarryThem() {
        // Given
        UUID id = UUID.randomUUID();
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/sessions/" + id)
                .then()
                .statusCode(200);
        given().get("/runs/" + id);
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/masterplans/" + id + "/timeline")
                .then()
                .statusCode(404);

        // When
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();

        // Then
        assertThat(metrics)
                .contains("masterplan_live_connections", "masterplan_live_frames_total")
                .doesNotContain(id.toString());
    }

    @Test
    void shouldBeReadyWhenDatabaseAndKafkaAnswer() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
