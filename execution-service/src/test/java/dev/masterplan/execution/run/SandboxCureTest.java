package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine without a sandbox proves nothing, until somebody installs one. */
@QuarkusTest
@TestProfile(SmallProcess.class)
class SandboxCureTest {

    private static final String CLOCK = "app/clock.py";
    private static final String ATOMS = "/atoms?limit=500";
    private static final String NOT_INSTALLED = "sandbox or tool: bubblewrap is not installed";

    @Inject
    Pool pool;

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
    void shouldGiveAGateThatWasNotProvedItsRepairRoundWhenTheCureShowsThatItIsRed() throws IOException {
        // Given
        SmallProcess.install();
        AskedRun run = AskedRun.of(Approvals.of("notes", Engine.blueprint(), false), "READY");
        SmallProcess.uninstall();
        run.carriedOut(Map.of("command", "start"));
        JsonPath blocked = run.reaches("BLOCKED");
        String good = run.file(CLOCK);
        run.carriedOut(Map.of("command", "edit_file", "path", CLOCK, "content", "def nothing_here_sees_it(:\n"));
        assertThat(run.reaches("BLOCKED").getString("reason")).isEqualTo(NOT_INSTALLED);

        // When
        SmallProcess.install();
        await().atMost(Duration.ofSeconds(60)).until(() -> reason(run).startsWith("gate: R-000"));
        List<String> verdicts = verdicts(run);
        run.carriedOut(Map.of("command", "edit_file", "path", CLOCK, "content", good));

        // Then
        assertThat(blocked.getString("reason")).isEqualTo(NOT_INSTALLED);
        assertThat(verdicts).containsExactly("NOT_PROVED", "NOT_PROVED", "BLOCKED", "BLOCKED");
        await().atMost(Duration.ofSeconds(60)).until(() -> verdicts(run).contains("OPEN"));
        run.carriedOut(Map.of("command", "cancel"));
    }

    @Test
    void shouldNotTakeASandboxThatIsForbiddenMeanwhileForAProgramThatFails() throws IOException {
        // Given
        SmallProcess.install();
        AskedRun run = AskedRun.of(Approvals.of("notes", Engine.blueprint(), false), "READY");
        SmallProcess.forbid();
        run.carriedOut(Map.of("command", "start"));
        JsonPath blocked = run.reaches("BLOCKED");

        // When
        SmallProcess.install();

        // Then
        assertThat(blocked.getString("reason"))
                .startsWith("sandbox or tool: ")
                .contains("No permissions to create new namespace");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(verdicts(run)).startsWith("NOT_PROVED", "OPEN"));
        assertThat(run.get(ATOMS).getList("items.state")).doesNotContain("FAILED", "BLOCKED");
        run.carriedOut(Map.of("command", "cancel"));
    }

    @Test
    void shouldEndWithGapsAndNameWhatIsNotProvedWhenAPersonChoseToGoOnWithoutTests() throws IOException {
        // Given
        SmallProcess.uninstall();
        AskedRun run;
        try (RowFault fault = new RowFault(pool, "run", "update", "new.state = 'COMPLETED_WITH_GAPS'")) {
            run = AskedRun.of(Approvals.notesWithoutTests(), "BLOCKED");
            assertThat(fault.hits()).isPositive();
        }
        String readme = run.get(ATOMS).getString("items.find { it.file == 'README.md' }.id");

        // When
        run.carriedOut(Map.of("command", "retry_atom", "atom_id", readme));

        // Then
        JsonPath ended = run.reaches("COMPLETED_WITH_GAPS");
        assertThat(ended.getString("reason"))
                .isEqualTo("acceptance tests did not run, not proved: R-000, R-001, R-002, R-003");
        assertThat(ended.getString("cure")).isEqualTo("install a sandbox and approve the plan again, with tests");
        assertThat(ended.getInt("tests.must_passed")).isZero();
        assertThat(run.get(ATOMS).getList("items.state")).containsOnly("COMPLETED");
        assertThat(run.get("/atoms/" + readme).getInt("attempts[-1].ladder")).isEqualTo(2);
        assertThat(verdicts(run)).containsOnly("NOT_PROVED");
        run.answer("/certificate").statusCode(404);
    }

    private static String reason(AskedRun run) {
        String reason = run.get("").getString("reason");
        return reason == null ? "" : reason;
    }

    private static List<String> verdicts(AskedRun run) {
        return run.get("/waves").getList("gates.verdict.flatten()");
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
