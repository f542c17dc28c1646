package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.MasterPlanApproved;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        takesOnlyAnEditThatKeepsItGreen(id, approved);
    }

    private static void takesOnlyAnEditThatKeepsItGreen(String id, MasterPlanApproved approved) {
        String file = "app/__main__.py";
        String good = Gateway.as("ada")
                .get("/api/v1/executions/" + id + "/workspace/file?path=" + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonPath refused = edit(id, file, good.replace("program.prepare()", "sys.exit(1)"));
        assertThat(refused.getString("state")).as(refused.prettify()).isEqualTo("REFUSED");
        assertThat(refused.getString("text")).contains("would turn red");
        assertThat(Gateway.as("ada")
                        .get("/api/v1/executions/" + id + "/workspace/file?path=" + file)
                        .asString())
                .isEqualTo(good);
        JsonPath done = edit(id, file, good + "\n# kept green\n");
        assertThat(done.getString("state")).as(done.prettify()).isEqualTo("DONE");
        assertThat(get("executions/" + id + "/certificate").getString("verdict"))
                .isEqualTo("OPEN");
        assertThat(find(approved).getString("items[0].state")).isEqualTo("COMPLETED");
    }

    private static JsonPath edit(String id, String path, String content) {
        String command = Gateway.as("ada")
                .body(Map.of("command", "edit_file", "path", path, "content", content))
                .post("/api/v1/executions/" + id + "/commands")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> get("executions/" + id + "/commands/" + command),
                        c -> !"PENDING".equals(c.getString("state")));
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
