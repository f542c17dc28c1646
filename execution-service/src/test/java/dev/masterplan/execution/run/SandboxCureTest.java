package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine without a sandbox proves nothing, until somebody installs one. */
@QuarkusTest
@TestProfile(SmallProcess.class)
class SandboxCureTest {

    private static final String NOT_INSTALLED = "sandbox or tool: bubblewrap is not installed";

    @Test
    void shouldPrepareByItselfWhenTheSandboxIsInstalled() throws IOException {
        // Given
        SmallProcess.uninstall();
        MasterPlanApproved approved = Approvals.notes();
        Events.send(approved);
        JsonPath blocked = reaches(approved, "BLOCKED");

        // When
        SmallProcess.install();

        // Then
        assertThat(blocked.getString("items[0].reason")).isEqualTo(NOT_INSTALLED);
        assertThat(blocked.getString("items[0].cure")).contains("install bubblewrap", "by itself");
        assertThat(reaches(approved, "COMPLETED").getString("items[0].sandbox")).isEqualTo("bubblewrap");
    }

    @Test
    void shouldNotProveAGateWithoutASandboxAndJudgeItAgainByItselfAfterTheCure() throws IOException {
        // Given
        SmallProcess.install();
        MasterPlanApproved approved = Approvals.of("notes", Engine.blueprint(), false);
        Events.send(approved);
        String id = reaches(approved, "READY").getString("items[0].id");
        SmallProcess.uninstall();
        Gateway.as("ada")
                .body(Map.of("command", "start"))
                .post("/api/v1/executions/" + id + "/commands")
                .then()
                .statusCode(202);
        JsonPath blocked = reaches(approved, "BLOCKED");

        // When
        SmallProcess.install();

        // Then
        assertThat(blocked.getString("items[0].reason")).isEqualTo(NOT_INSTALLED);
        reaches(approved, "COMPLETED");
        assertThat(verdicts(id).subList(0, 2)).containsExactly("NOT_PROVED", "OPEN");
    }

    @Test
    void shouldEndWithGapsWhenAPersonChoseToGoOnWithoutTests() throws IOException {
        // Given
        SmallProcess.uninstall();
        MasterPlanApproved approved = Approvals.notesWithoutTests();

        // When
        Events.send(approved);

        // Then
        JsonPath ended = reaches(approved, "COMPLETED_WITH_GAPS");
        assertThat(ended.getString("items[0].reason")).isEqualTo("acceptance tests did not run");
        assertThat(ended.getInt("items[0].tests.must_passed")).isZero();
        assertThat(verdicts(ended.getString("items[0].id"))).containsOnly("NOT_PROVED");
    }

    private static List<String> verdicts(String id) {
        return get("executions/" + id + "/waves").getList("gates.verdict.flatten()");
    }

    private static JsonPath reaches(MasterPlanApproved approved, String state) {
        String path = "executions?masterplan_id=" + approved.masterplanId();
        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            JsonPath run = get(path);
            assertThat(run.getString("items[0].state")).as(run.prettify()).isEqualTo(state);
        });
        return get(path);
    }

    private static JsonPath get(String path) {
        return Gateway.as("ada")
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
