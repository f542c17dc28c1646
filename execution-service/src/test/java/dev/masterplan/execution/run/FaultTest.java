package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Something inside of the engine throws, each time; the second test goes on where the first has ended. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultTest {

    /** Five tries, each halved down to the guilty one of at most nine atoms of the wave. */
    private static final long MOST_HITS = 5 * 9;

    private static AskedRun run;

    @Inject
    Pool pool;

    @Test
    @Order(1)
    void shouldBlockWithReasonAndCureInsteadOfTryingWithoutEnd() {
        // Given
        run = AskedRun.of(Approvals.of("notes", Engine.blueprint(), false), "READY");

        // When
        JsonPath blocked;
        try (RowFault fault = new RowFault(pool, "file_version", "insert", "new.path = 'app/__main__.py'")) {
            run.carriedOut(Map.of("command", "start"));
            blocked = run.reaches("BLOCKED");
            assertThat(fault.hits()).isBetween(5L, MOST_HITS);
        }

        // Then
        assertThat(blocked.getString("reason")).startsWith("fault: ").contains("a fault");
        assertThat(blocked.getString("cure")).contains("resume");
    }

    @Test
    @Order(2)
    void shouldJudgeTheLastWaveAgainWhenAFileWasEditedAfterItsGate() {
        // Given
        try (RowFault fault = new RowFault(pool, "run", "update", "new.state = 'COMPLETED'")) {
            run.carriedOut(Map.of("command", "resume"));
            run.reaches("BLOCKED");
            assertThat(fault.hits()).isPositive();
        }
        int rounds = run.get("/waves").getList("[-1].gates").size();
        String edited = run.file("README.md") + "\nEdited after the last gate.\n";

        // When
        run.carriedOut(Map.of("command", "edit_file", "path", "README.md", "content", edited));

        // Then
        assertThat(run.reaches("COMPLETED").getString("state")).isEqualTo("COMPLETED");
        assertThat(run.get("/waves").getList("[-1].gates")).hasSize(rounds + 1);
        assertThat(run.file("README.md")).isEqualTo(edited);
    }
}
