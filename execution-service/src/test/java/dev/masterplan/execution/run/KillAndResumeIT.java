package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, killed in the middle of a broad wave; that it goes on at all is KillTest's, with a small brief. */
@Tag("long")
class KillAndResumeIT {

    private static final Duration LONG = Duration.ofMinutes(8);

    @TempDir
    Path workspaces;

    private PackagedService service;

    @BeforeEach
    void start() {
        service = PackagedService.start(workspaces);
    }

    @AfterEach
    void stop() {
        service.kill();
    }

    @Test
    void shouldEndWithTheSameBytesWhenKilledInTheMiddleOfWaveTwo() {
        // Given
        MasterPlanApproved whole = Approvals.of("library", Engine.blueprint(), true);
        Events.send(whole);
        String undisturbed = ended(whole);
        MasterPlanApproved killed = Approvals.of("library", Engine.blueprint(), true);
        Events.send(killed);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(LONG)
                .until(
                        () -> run(killed),
                        r -> r.getInt("total") == 1
                                && r.getInt("items[0].wave") == 2
                                && r.getInt("items[0].atoms.completed") < r.getInt("items[0].atoms.total"));

        // When
        service.kill();
        service = PackagedService.start(workspaces);
        String resumed = ended(killed);

        // Then
        assertThat(tree(resumed)).isEqualTo(tree(undisturbed));
        assertThat(run(killed).getString("items[0].state"))
                .isEqualTo(run(whole).getString("items[0].state"))
                .isEqualTo("COMPLETED");
    }

    private String ended(MasterPlanApproved plan) {
        return await().atMost(LONG)
                .until(
                        () -> run(plan),
                        r -> r.getString("items[0].state") != null
                                && !List.of("PREPARING", "RUNNING").contains(r.getString("items[0].state")))
                .getString("items[0].id");
    }

    private JsonPath run(MasterPlanApproved plan) {
        return service.get("executions?masterplan_id=" + plan.masterplanId());
    }

    private List<Map<String, Object>> tree(String executionId) {
        return service.get("executions/" + executionId + "/workspace/tree").getList("$");
    }
}
