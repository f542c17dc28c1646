package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DiskTest {

    @Inject
    RunEngine engine;

    @Test
    void shouldBlockWithReasonAndCureWhenTheTreeCannotBeWrittenAndGoOnByItselfAfterTheCure() throws IOException {
        // Given
        MasterPlanApproved approved = Approvals.of("notes", Engine.blueprint(), false);
        Events.send(approved);
        String id = reaches(approved, "READY").getString("items[0].id");
        Path inTheWay = engine.folder(UUID.fromString(id));
        Files.createDirectories(inTheWay.getParent());
        Files.createFile(inTheWay);

        // When
        command(id, "start");
        JsonPath blocked = reaches(approved, "BLOCKED");
        Files.delete(inTheWay);

        // Then
        assertThat(blocked.getString("items[0].reason")).startsWith("disk: ").doesNotContain("/");
        assertThat(blocked.getString("items[0].cure")).contains("disk space", "by itself");
        reaches(approved, "COMPLETED");
    }

    private static JsonPath reaches(MasterPlanApproved approved, String state) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Gateway.as("ada")
                                .get("/api/v1/executions?masterplan_id=" + approved.masterplanId())
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        found -> state.equals(found.getString("items[0].state")));
    }

    private static void command(String id, String word) {
        Gateway.as("ada")
                .header("Idempotency-Key", word + id)
                .body(Map.of("command", word))
                .post("/api/v1/executions/" + id + "/commands")
                .then()
                .statusCode(202);
    }
}
