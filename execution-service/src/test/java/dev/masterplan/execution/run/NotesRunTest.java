package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.MasterPlanApproved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotesRunTest {

    @Test
    void shouldBuildTestAndCertifyWhenAPlanIsApproved() {
        // Given
        MasterPlanApproved approved = Approvals.notes();

        // When
        Events.send(approved);

        // Then
        JsonPath run = await().atMost(Duration.ofSeconds(60)).until(() -> find(approved), r -> r != null);
        assertThat(run.getString("items[0].state")).as(run.prettify()).isEqualTo("COMPLETED");
        String id = run.getString("items[0].id");
        assertThat(run.getInt("items[0].tests.must_passed"))
                .isPositive()
                .isEqualTo(run.getInt("items[0].tests.must_total"));
        List<String> verdicts = get("executions/" + id + "/waves").getList("gates.verdict.flatten()");
        assertThat(verdicts).isNotEmpty().containsOnly("OPEN");
        assertThat(get("executions/" + id + "/certificate").getString("verdict"))
                .isEqualTo("OPEN");
    }

    private static JsonPath find(MasterPlanApproved approved) {
        JsonPath found = get("executions?masterplan_id=" + approved.masterplanId());
        String state = found.getString("items[0].state");
        return state == null || List.of("PREPARING", "RUNNING").contains(state) ? null : found;
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
