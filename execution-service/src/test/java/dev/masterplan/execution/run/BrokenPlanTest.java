package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.command.CommandBody;
import dev.masterplan.execution.command.CommandKind;
import dev.masterplan.execution.command.Mailbox;
import dev.masterplan.execution.view.Executions;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A plan that was approved and has no order in which it could be built. */
@QuarkusTest
class BrokenPlanTest {

    @Inject
    Mailbox mailbox;

    @Inject
    Executions executions;

    @Test
    void shouldTellEverybodyThatItFailedAndWhy() {
        // Given
        MasterPlanApproved circular = circular();

        // When
        AskedRun run = AskedRun.of(circular, "FAILED");

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Events.heard(Topic.RUN_CHANGED, circular.masterplanId()))
                        .hasSize(1));
        JsonPath event =
                Events.heard(Topic.RUN_CHANGED, circular.masterplanId()).getFirst();
        assertThat(event.getString("state")).isEqualTo("FAILED");
        assertThat(event.getString("reason"))
                .startsWith("the plan can't run: ")
                .isEqualTo(run.get("").getString("reason"));
        assertThat(event.getString("cure")).isEqualTo("approve a corrected plan");
        assertThat(Events.heard(Topic.LIVE_UPDATES, circular.sessionId()))
                .extracting(u -> u.getString("updates[0].type"))
                .containsExactly("execution_failed");
    }

    @Test
    void shouldRefuseACommandThatWaitsForARunWhosePlanIsBroken() {
        // Given
        AskedRun run = AskedRun.of(circular(), "FAILED");
        int runNo = executions.row(UUID.fromString(run.id())).getInteger("no");
        UUID cancel = UUID.randomUUID();

        // When
        mailbox.put(
                cancel,
                runNo,
                CommandKind.CANCEL,
                CommandBody.of(CommandKind.CANCEL),
                "ada",
                run.approved().traceId());

        // Then
        JsonPath ended = run.ended(cancel.toString());
        assertThat(ended.getString("state")).isEqualTo("REFUSED");
        assertThat(ended.getString("text")).isEqualTo(run.get("").getString("reason"));
        assertThat(run.state()).isEqualTo("FAILED");
    }

    private static MasterPlanApproved circular() {
        return Approvals.with(new PlanDocument(List.of(new Phase(
                "Core",
                List.of(new Milestone(new UUID(9, 1), 1, "All", "", List.of(), List.of(task(1, 2), task(2, 1))))))));
    }

    private static Task task(int number, int dependsOn) {
        Subtask writes = new Subtask(new UUID(8, number), 1, "write", "", SubtaskKind.FILE, "f" + number + ".py");
        return new Task(
                new UUID(7, number),
                number,
                "task " + number,
                "",
                "model",
                Complexity.LOW,
                List.of(new UUID(7, dependsOn)),
                List.of(),
                List.of(),
                List.of(writes));
    }
}
