package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Something inside of the engine throws, each time; the second test goes on where the first has ended. */
@QuarkusTest
@TestProfile(SmallProcess.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultTest {

    /** Five tries, each halved down to the guilty one of at most nine atoms of the wave. */
    private static final long MOST_HITS = 5 * 9;

    private static AskedRun run;

    @Inject
    Pool pool;

    @Inject
    RunEngine engine;

    @BeforeAll
    static void install() throws IOException {
        SmallProcess.install();
    }

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

    @Test
    @Order(3)
    void shouldBookInFullWhatNobodyCouldSettleBeforeTheRunIsCancelled() {
        // Given
        AskedRun own = AskedRun.of(Approvals.of("notes", new Engine("blueprint", 7L), false), "READY");
        try (RowFault fault = new RowFault(pool, "attempt", "update", "new.state = 'ANSWERED'")) {
            own.carriedOut(Map.of("command", "start"));
            own.reaches("BLOCKED");
            assertThat(fault.hits()).isPositive();
        }

        // When
        JsonPath cancelled = own.carriedOut(Map.of("command", "cancel"));

        // Then
        assertThat(cancelled.getString("state")).isEqualTo("DONE");
        assertThat(own.state()).isEqualTo("CANCELLED");
        UUID plan = own.approved().masterplanId();
        Row budget =
                Sql.rows(pool, "select * from budget where plan = $1", plan).getFirst();
        List<Row> ledger = Sql.rows(pool, "select * from ledger where plan = $1", plan);
        assertThat(budget.getBigDecimal("reserved")).isEqualByComparingTo("0");
        assertThat(ledger).isNotEmpty().allMatch(booked -> booked.getBoolean("estimated"));
        assertThat(budget.getBigDecimal("spent"))
                .isEqualByComparingTo(ledger.stream()
                        .map(booked -> booked.getBigDecimal("amount"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    @Order(4)
    void shouldNotCallItTheDiskWhenTheHistoryIsLostForGood() throws IOException {
        // Given
        AskedRun own = AskedRun.of(Approvals.of("notes", Engine.blueprint(), false), "READY");
        Sql.run(
                pool,
                "delete from run_commit where run_no = (select no from run where id = $1)",
                UUID.fromString(own.id()));
        Path history = engine.repository(UUID.fromString(own.id()));
        Files.move(history, history.resolveSibling("lost.git"));

        // When
        own.carriedOut(Map.of("command", "start"));

        // Then
        JsonPath blocked = own.reaches("BLOCKED");
        assertThat(blocked.getString("reason"))
                .startsWith("history lost: commit ")
                .doesNotContain("/");
        assertThat(blocked.getString("cure")).contains("approve the plan again");
        own.answer("/workspace/bundle").statusCode(409).body("detail", startsWith("the history is lost"));
    }
}
