package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A process with room for one run. */
@QuarkusTest
@TestProfile(SmallProcess.class)
class CapacityTest {

    @Test
    void shouldTakeAnotherRunWhenTheOneItHasWaitsForAPerson() throws IOException {
        // Given
        SmallProcess.install();
        MasterPlanApproved waiting = Approvals.of("notes", Engine.blueprint(), false);
        Events.send(waiting);
        reaches(waiting, "READY");
        MasterPlanApproved next = Approvals.of("notes", Engine.blueprint(), false);

        // When
        Events.send(next);

        // Then
        reaches(next, "READY");
        assertThat(state(waiting)).isEqualTo("READY");
    }

    private static void reaches(MasterPlanApproved approved, String wanted) {
        await().atMost(Duration.ofSeconds(60)).until(() -> wanted.equals(state(approved)));
    }

    private static String state(MasterPlanApproved approved) {
        return Gateway.as("ada")
                .get("/api/v1/executions?masterplan_id=" + approved.masterplanId())
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].state");
    }
}
