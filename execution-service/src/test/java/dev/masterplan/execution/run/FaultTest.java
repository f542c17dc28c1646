package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.Topic;
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
import java.time.Duration;
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

    private static final String LOST_CALLS = """
            select a.* from attempt a join run r on r.no = a.run_no where r.id = $1 and a.state = 'LOST'""";
    private static final String OF_AN_ATOM_THAT_IS_NOT_THERE = """
            insert into file_version (run_no, path, version, sha256, content, atom_no, author, trace_id)
            select no, 'none', 1, '', '', 10000, 'atom', trace_id from run where id = $1""";
    private static final String MENDED = """
            delete from file_version where path = 'none' and run_no = (select no from run where id = $1)""";

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
        assertThat(ledger)
                .hasSize(Sql.rows(pool, LOST_CALLS, UUID.fromString(own.id())).size())
                .isNotEmpty()
                .allMatch(booked -> booked.getBoolean("estimated"));
        assertThat(budget.getBigDecimal("spent"))
                .isEqualByComparingTo(ledger.stream()
                        .map(booked -> booked.getBigDecimal("amount"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** As a killed process leaves it: the call is reserved, the lease is gone, and the next to look is a new driver. */
    @Test
    @Order(6)
    void shouldBookTheCallOfADeadProcessOnceBeforeTheRunIsCancelled() {
        // Given
        AskedRun own = AskedRun.of(Approvals.of("notes", new Engine("blueprint", 7L), false), "READY");
        UUID plan = own.approved().masterplanId();
        int no = Sql.rows(pool, "select no from run where masterplan_id = $1", plan)
                .getFirst()
                .getInteger("no");
        RunMemory memory = ((RunStore.Loaded.Ready) engine.store().load(no)).memory();
        Atom atom = memory.plan().atomsOfWave(1).getFirst();
        BigDecimal worst = new BigDecimal("0.80");
        engine.journal()
                .submit(new Transition.Admitted(memory.ref(), atom, new AttemptKey(1, 1, 1), worst, Says.nothing()));
        UUID before = engine.lease().id();
        Sql.run(pool, "delete from instance where id = $1", before);

        // When
        JsonPath cancelled = own.carriedOut(Map.of("command", "cancel"));

        // Then
        assertThat(cancelled.getString("state")).isEqualTo("DONE");
        assertThat(own.state()).isEqualTo("CANCELLED");
        assertThat(engine.lease().id()).isNotEqualTo(before);
        Row budget =
                Sql.rows(pool, "select * from budget where plan = $1", plan).getFirst();
        assertThat(budget.getBigDecimal("reserved")).isEqualByComparingTo("0");
        assertThat(budget.getBigDecimal("spent")).isEqualByComparingTo(worst);
        assertThat(Sql.rows(pool, "select * from ledger where plan = $1", plan))
                .singleElement()
                .satisfies(booked -> assertThat(booked.getBoolean("estimated")).isTrue())
                .satisfies(booked -> assertThat(booked.getBigDecimal("amount")).isEqualByComparingTo(worst));
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

    @Test
    @Order(5)
    void shouldBlockARunWhoseRowsCannotBeReadAndGoOnWhenTheyAreMended() {
        // Given
        AskedRun own = AskedRun.of(Approvals.of("notes", Engine.blueprint(), false), "READY");
        UUID id = UUID.fromString(own.id());
        Sql.run(pool, OF_AN_ATOM_THAT_IS_NOT_THERE, id);

        // When
        JsonPath start = own.carriedOut(Map.of("command", "start"));

        // Then
        JsonPath blocked = own.reaches("BLOCKED");
        assertThat(blocked.getString("reason")).startsWith("fault: the run can't be read: Index 9999 out of bounds");
        assertThat(blocked.getString("cure")).startsWith("resume to try again, or cancel");
        assertThat(start.getString("state")).isEqualTo("REFUSED");
        assertThat(start.getString("text")).isEqualTo(blocked.getString("reason"));
        JsonPath told = heard(own, "BLOCKED");
        assertThat(told.getString("reason")).isEqualTo(blocked.getString("reason"));
        assertThat(told.getInt("atoms_total")).isEqualTo(blocked.getInt("atoms.total"));
        Sql.run(pool, MENDED, id);
        assertThat(own.carriedOut(Map.of("command", "resume")).getString("state"))
                .isEqualTo("DONE");
        Sql.run(pool, OF_AN_ATOM_THAT_IS_NOT_THERE, id);
        assertThat(own.carriedOut(Map.of("command", "cancel")).getString("state"))
                .isEqualTo("DONE");
        assertThat(own.state()).isEqualTo("CANCELLED");
        assertThat(heard(own, "CANCELLED").getString("reason")).isEqualTo("by ada");
    }

    /** The first of its kind. */
    private static JsonPath heard(AskedRun run, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Events.heard(Topic.RUN_CHANGED, run.approved().masterplanId()).stream()
                                .filter(e -> state.equals(e.getString("state")))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
