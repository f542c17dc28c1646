package dev.masterplan.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.masterplan.messaging.event.CloudEventHeaders;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.LiveUpdates;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BriefToApprovalTest {

    @Test
    void shouldCarryABriefToAnApprovedPlanOnKafkaInOneTrace() {
        // Given
        String session = Talk.session("notes");
        String brief = Talk.example("notes");

        // When
        ValidatableResponse accepted = Talk.say(session, "/masterplan " + brief);
        String plan = accepted.extract().path("masterplan_id");
        String trace = accepted.extract().path("trace_id");
        Talk.awaitStatus(plan, "DRAFT");
        Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body("{\"start\": true}")
                .post("/api/v1/masterplans/{id}/approve", plan)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("approved_by", equalTo("ann"))
                .body("trace_id", equalTo(trace));

        // Then
        ConsumerRecord<String, byte[]> sent = await().atMost(Duration.ofSeconds(10))
                .until(() -> Records.of(Topic.MASTERPLAN_APPROVED, plan), found -> !found.isEmpty())
                .getFirst();
        MasterPlanApproved event = Json.read(sent.value(), MasterPlanApproved.class);
        assertThat(event.approvedBy()).isEqualTo("ann");
        assertThat(event.start()).isTrue();
        assertThat(event.traceId()).isEqualTo(trace);
        assertThat(event.plan().tasks()).isNotEmpty();
        assertThat(event.tests()).isNotEmpty();
        assertThat(Records.header(sent, CloudEventHeaders.TRACEPARENT)).contains(trace);
        assertThat(updates(session))
                .containsSubsequence(
                        "message",
                        "discovery_start",
                        "masterplan_generation_start",
                        "discovery_entity_discovered",
                        "discovery_complete",
                        "masterplan_entity_discovered",
                        "masterplan_validation_start",
                        "masterplan_generation_complete",
                        "message",
                        "masterplan_approved");
    }

    private static List<String> updates(String session) {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> Records.of(Topic.LIVE_UPDATES, session).stream()
                                .flatMap(sent -> Json.read(sent.value(), LiveUpdates.class).updates().stream())
                                .map(LiveUpdate::type)
                                .toList(),
                        types -> types.contains("masterplan_approved"));
    }
}
