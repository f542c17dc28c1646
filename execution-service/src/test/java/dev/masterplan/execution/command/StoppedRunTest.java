package dev.masterplan.execution.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.cost.MoneyLimits;
import dev.masterplan.execution.run.Approvals;
import dev.masterplan.execution.run.Events;
import dev.masterplan.execution.run.Gateway;
import dev.masterplan.execution.view.Executions;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.TestSpecification;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoppedRunTest {

    /** READY; its limits may change. */
    private static String limited;

    @Inject
    Mailbox mailbox;

    @Inject
    Executions executions;

    @Test
    void shouldRefuseACommandThatFailsAndCarryOutTheNextOne() {
        // Given
        String id = reach(approved(), "READY");
        Row run = executions.row(UUID.fromString(id));
        UUID poison = UUID.randomUUID();
        var limits = new MoneyLimits(new BigDecimal("50"), new BigDecimal("1e13"));
        var body = new CommandBody("limits", null, null, null, null, null, null, null, null, limits, null);

        // When
        mailbox.put(poison, run.getInteger("no"), CommandKind.LIMITS, body, "ada", run.getString("trace_id"));
        UUID cancel = send(id, Map.of("command", "cancel"));

        // Then
        assertThat(ended(id, cancel).getString("state")).isEqualTo("DONE");
        assertThat(ended(id, poison).getString("state")).isEqualTo("REFUSED");
        assertThat(ended(id, poison).getString("text")).startsWith("it could not be carried out");
    }

    @Test
    void shouldNotTakeLimitsThatNoBudgetCanHold() {
        // Given
        String id = limited();
        Map<String, Object> limits = Map.of("soft_usd", 50, "hard_usd", 1e12);

        // When
        var answer = Gateway.as("ada")
                .body(Map.of("command", "limits", "limits", limits))
                .post("/api/v1/executions/" + id + "/commands");

        // Then
        answer.then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void shouldNotTakeAWidthAmongTheLimits() {
        // Given
        String id = limited();
        Map<String, Object> limits = Map.of("soft_usd", 50, "hard_usd", 100, "max_parallel_atoms", 1);

        // When
        var wide = Gateway.as("ada")
                .body(Map.of("command", "limits", "limits", limits))
                .post("/api/v1/executions/" + id + "/commands");
        UUID money = send(id, Map.of("command", "limits", "limits", Map.of("soft_usd", 60, "hard_usd", 120)));

        // Then
        wide.then().statusCode(400);
        assertThat(ended(id, money).getString("state")).isEqualTo("DONE");
        assertThat(get("executions/" + id).getString("cost.hard_usd")).startsWith("120");
    }

    @Test
    void shouldKeepACorrectionWhoseReasonHoldsANul() {
        // Given
        MasterPlanApproved approved = approved();
        String id = reach(approved, "READY");
        send(id, Map.of("command", "pause"));
        reach(approved, "PAUSED");
        Map<String, Object> correction = new HashMap<>(Map.of("command", "correct_test", "reason", "a\0b"));
        correction.put("test_id", approved.tests().getFirst().id());
        correction.put("code", testCode(id, approved.tests().getFirst()));

        // When
        UUID command = send(id, correction);

        // Then
        JsonPath ended = ended(id, command);
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("DONE");
    }

    @Test
    void shouldPrepareARunThatIsRetriedBeforeItWasPrepared() {
        // Given
        MasterPlanApproved approved = unpreparable(approved());
        String id = reach(approved, "BLOCKED");

        // When
        UUID retry = send(id, Map.of("command", "retry_wave", "wave", 1));

        // Then
        assertThat(ended(id, retry).getString("state")).isEqualTo("DONE");
        reach(approved, "BLOCKED");
        assertThat(get("executions/" + id).getString("reason")).startsWith("tests not written");
    }

    @Test
    void shouldRefuseADecisionAboutARunThatIsNotHere() {
        // Given
        UUID plan = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        String trace = plan.toString().replace("-", "");
        var decided = new ReviewDecided(
                UUID.randomUUID(),
                plan,
                run,
                UUID.randomUUID(),
                trace,
                ReviewKind.ATOM,
                UUID.randomUUID(),
                ReviewDecided.Decision.APPROVE,
                "app/a.py",
                null,
                null,
                null,
                "ada",
                true,
                Instant.now());

        // When
        Events.send(Topic.REVIEW_DECIDED, plan, "00-" + trace + "-00f067aa0ba902b7-01", decided);

        // Then
        JsonPath applied = await().atMost(Duration.ofSeconds(30))
                .until(() -> Events.heard(Topic.REVIEW_APPLIED, plan), found -> !found.isEmpty())
                .getFirst();
        assertThat(applied.getString("outcome")).isEqualTo("REFUSED");
        assertThat(applied.getString("review_id")).isEqualTo(decided.reviewId().toString());
        assertThat(applied.getList("diagnostics")).containsExactly("there is no execution " + run);
        assertThat(applied.getBoolean("rehearsal")).isTrue();
    }

    private static String testCode(String id, TestSpecification test) {
        String start = "acceptance/test_" + test.requirementKey().toLowerCase().replace("-", "") + "_";
        List<String> paths = get("executions/" + id + "/workspace/tree").getList("path");
        String path =
                paths.stream().filter(p -> p.startsWith(start)).findFirst().orElseThrow();
        return Gateway.as("ada")
                .get("/api/v1/executions/" + id + "/workspace/file?path=" + path)
                .asString();
    }

    private static String limited() {
        limited = limited == null ? reach(approved(), "READY") : limited;
        return limited;
    }

    private static MasterPlanApproved approved() {
        return Approvals.of("notes", Engine.blueprint(), false);
    }

    /** A test's id holds a comma: no runner can be told to run it alone. */
    private static MasterPlanApproved unpreparable(MasterPlanApproved plan) {
        List<TestSpecification> tests = plan.tests().stream()
                .map(t -> new TestSpecification(
                        t.id() + ",",
                        t.requirementId(),
                        t.requirementKey(),
                        t.priority(),
                        t.caseName(),
                        t.given(),
                        t.when(),
                        t.then(),
                        t.tasks(),
                        t.timed()))
                .toList();
        return new MasterPlanApproved(
                plan.masterplanId(),
                plan.version(),
                plan.sessionId(),
                plan.name(),
                plan.traceId(),
                plan.traceparent(),
                plan.engine(),
                plan.limits(),
                plan.start(),
                plan.withoutTests(),
                plan.discovery(),
                plan.plan(),
                tests,
                plan.deferrals(),
                plan.generationCostUsd(),
                plan.approvedBy(),
                plan.approvedAt());
    }

    private static UUID send(String id, Map<String, Object> command) {
        String sent = Gateway.as("ada")
                .body(command)
                .post("/api/v1/executions/" + id + "/commands")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return UUID.fromString(sent);
    }

    private static JsonPath ended(String id, UUID command) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> get("executions/" + id + "/commands/" + command),
                        c -> !"PENDING".equals(c.getString("state")));
    }

    private static String reach(MasterPlanApproved approved, String state) {
        String query = "executions?state=" + state + "&masterplan_id=" + approved.masterplanId();
        if (get("executions?masterplan_id=" + approved.masterplanId())
                .getList("items")
                .isEmpty()) {
            Events.send(approved);
        }
        return await().atMost(Duration.ofSeconds(30)).until(() -> get(query).getString("items[0].id"), i -> i != null);
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
