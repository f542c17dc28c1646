package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("slow")
class RehearsalRunTest {

    private static final String FAULTY = "app/features/note/api.py";

    @Test
    void shouldMendWhatItCanAndGoOnWhenAPersonEditsTheRest() {
        // Given
        MasterPlanApproved approved = Approvals.of("notes", new Engine("blueprint", 7L), true);
        Events.send(approved);
        JsonPath blocked = ended(approved, "BLOCKED");
        String id = blocked.getString("items[0].id");
        assertThat(blocked.getString("items[0].reason")).startsWith("gate: ");
        assertThat(blocked.getBoolean("items[0].rehearsal")).isTrue();
        List<Integer> retries = get("executions/" + id + "/atoms?limit=500").getList("items.retries");
        assertThat(retries).contains(1, 3);

        // When
        String faulty = Gateway.as("ada")
                .get("/api/v1/executions/" + id + "/workspace/file?path=" + FAULTY)
                .asString();
        assertThat(faulty).contains("store.update(db, record_id, values)").contains("\"PUT\"");
        String mended = faulty.replaceAll("(?m)^.*\"PUT\".*\\R", "");
        Gateway.as("ada")
                .body(Map.of("command", "edit_file", "path", FAULTY, "content", mended))
                .post("/api/v1/executions/" + id + "/commands")
                .then()
                .statusCode(202);

        // Then
        JsonPath done = ended(approved, "COMPLETED");
        float spent = done.getFloat("items[0].cost.spent_usd");
        assertThat(spent).isBetween(done.getFloat("items[0].cost.soft_usd"), done.getFloat("items[0].cost.hard_usd"));
        JsonPath ledger = get("cost/" + approved.masterplanId());
        double booked = ledger.getList("ledger.amount_usd", Double.class).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(booked).isCloseTo(spent, org.assertj.core.data.Offset.offset(0.0001));
        assertThat(ledger.getDouble("reserved_usd")).isZero();
    }

    private static JsonPath ended(MasterPlanApproved approved, String state) {
        return await().atMost(Duration.ofSeconds(300))
                .until(
                        () -> get("executions?masterplan_id=" + approved.masterplanId()),
                        r -> r.getString("items[0].state") != null
                                && (state.equals(r.getString("items[0].state"))
                                        || "FAILED".equals(r.getString("items[0].state"))));
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
