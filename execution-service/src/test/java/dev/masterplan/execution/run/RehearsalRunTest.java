package dev.masterplan.execution.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.masterplan.execution.codegen.Rehearsed;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.ReviewDecided.Decision;
import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.plan.Engine;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One rehearsal: all that stops it and all that a person can do; each test goes on where the one before has ended. */
@QuarkusTest
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RehearsalRunTest {

    private static final String FAULTY = "app/features/note/api.py";
    private static final String EDITED = "app/features/note/schema.py";
    private static final String EARLY = "app/features/__init__.py";
    private static AskedRun run;

    @Inject
    Pool pool;

    @Test
    @Order(1)
    void shouldWaitForMoneyWhenTheNextCallDoesNotFit() {
        // Given
        run = AskedRun.of(Approvals.of("notes", new Engine("blueprint", 7L), false), "READY");
        assertThat(limits(2, 4)).isEqualTo("DONE");

        // When
        done("start");

        // Then
        JsonPath blocked = run.reaches("BLOCKED");
        assertThat(blocked.getString("reason"))
                .startsWith("budget: Hard limit: $")
                .contains("next call up to $");
        assertThat(blocked.getString("cure")).isEqualTo("raise the limits");
        assertThat(blocked.getFloat("cost.reserved_usd")).isZero();
        assertThat(blocked.getFloat("cost.spent_usd")).isLessThan(4);
    }

    @Test
    @Order(2)
    void shouldGoOnByItselfWithTheStoredAnswerAndNoSecondCall() {
        // Given
        Row atom = rows("select * from atom where run_no = $1 and file = '" + EARLY + "'")
                .getFirst();
        String accepted = "new.run_no = %d and new.atom_no = %d and new.state = 'ACCEPTED'"
                .formatted(no(), atom.getInteger("atom_no"));

        // When
        try (RowFault fault = new RowFault(pool, "attempt", "update", accepted)) {
            assertThat(limits(50, 100)).isEqualTo("DONE");
            twice(fault);
        }

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(attempts(atom))
                        .extracting(a -> a.getString("state"))
                        .containsExactly("ACCEPTED"));
        assertThat(attempts(atom)).extracting(a -> a.getInteger("call")).containsExactly(1);
        List<Row> booked = Sql.rows(
                pool,
                "select * from ledger where subject = $1",
                atom.getUUID("id").toString());
        assertThat(booked).extracting(b -> b.getBoolean("estimated")).containsExactly(false);
    }

    @Test
    @Order(3)
    void shouldTakeUpTheRemainingFilesButNotTheOneAPersonWroteWhenItsRepairRoundIsInterrupted() {
        // Given
        String second = "new.run_no = %1$d and new.ladder = 2 and 1 = (select count(*) from (select distinct atom_no"
                        .formatted(no())
                + " from attempt where run_no = %d and ladder = 2 and atom_no <> new.atom_no) a)".formatted(no());

        // When
        String edited;
        try (RowFault fault = new RowFault(pool, "attempt", "insert", second)) {
            twice(fault);
            edited = run.file(EDITED) + "\n# by Ada\n";
            JsonPath edit = run.carriedOut(Map.of("command", "edit_file", "path", EDITED, "content", edited));
            assertThat(edit.getString("state")).as(edit.prettify()).isEqualTo("DONE");
        }

        // Then
        JsonPath blocked = run.reaches("BLOCKED");
        assertThat(blocked.getString("reason")).startsWith("gate: ");
        assertThat(rows("select distinct file from atom a join attempt t using (run_no, atom_no)"
                        + " where run_no = $1 and t.ladder = 2"))
                .extracting(r -> r.getString("file"))
                .contains(FAULTY)
                .doesNotContain(EDITED)
                .hasSize(8);
        assertThat(run.file(EDITED)).isEqualTo(edited);
        assertThat(rows("select * from atom where run_no = $1 and state in ('FAILED', 'READY', 'RUNNING')"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void shouldHaveWaitedForTheProviderWithoutUsingUpARetry() {
        // Given
        UUID busy = Rehearsed.busy(run.approved());

        // When
        Row atom = rows("select * from atom where run_no = $1 and subtask_id = '" + busy + "'")
                .getFirst();

        // Then
        assertThat(run.get("/atoms?limit=500").getList("items.retries")).contains(1, 3);
        assertThat(attempts(atom)).hasSize(1);
        assertThat(atom.getInteger("retries")).isZero();
        assertThat(Duration.between(
                        attempts(atom).getFirst().getOffsetDateTime("started_at"),
                        attempts(atom).getFirst().getOffsetDateTime("ended_at")))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @Order(5)
    void shouldAnswerAReviewWithWhatItKnowsOfTheAtom() {
        // Given
        String before = run.file(FAULTY);

        // When
        JsonPath approved = decided(Decision.APPROVE, null);
        JsonPath refused = decided(Decision.EDIT, before + "\n\ndef broken(:\n");

        // Then
        assertThat(approved.getString("outcome")).isEqualTo("APPLIED");
        assertThat(approved.getDouble("confidence")).isBetween(0.0, 1.0);
        assertThat(approved.getString("gate_verdict")).isEqualTo("BLOCKED");
        assertThat(refused.getString("outcome")).isEqualTo("REFUSED");
        assertThat(refused.getList("diagnostics")).isNotEmpty();
        assertThat(refused.getString("file_hash")).isNull();
        assertThat(run.file(FAULTY)).isEqualTo(before);
        assertThat(run.state()).isEqualTo("BLOCKED");
    }

    @Test
    @Order(6)
    void shouldJudgeTheWaveAgainWhenAPersonRetriesOrResumes() {
        // Given
        int rounds = rounds();
        String early = atom(EARLY);
        int before = run.get("/atoms/" + early).getInt("attempts[-1].ladder");

        // When
        JsonPath retried = run.carriedOut(Map.of("command", "retry_atom", "atom_id", early));
        run.reaches("BLOCKED");
        int ladder = run.get("/atoms/" + early).getInt("attempts[-1].ladder");
        JsonPath wave = run.carriedOut(Map.of("command", "retry_wave"));
        run.reaches("BLOCKED");
        done("pause");
        String paused = run.state();
        done("resume");
        run.reaches("BLOCKED");

        // Then
        assertThat(retried.getString("state")).as(retried.prettify()).isEqualTo("DONE");
        assertThat(wave.getString("state")).as(wave.prettify()).isEqualTo("DONE");
        assertThat(ladder).isEqualTo(before + 1);
        assertThat(paused).isEqualTo("PAUSED");
        int ofTheAtomsOwnWaveToo = 4;
        assertThat(rounds()).isEqualTo(rounds + ofTheAtomsOwnWaveToo);
    }

    @Test
    @Order(7)
    void shouldRefuseToRetryWhatIsNotThereOrHasNotEnded() {
        // Given
        String later = atom("README.md");

        // When
        JsonPath unknown = run.carriedOut(Map.of("command", "retry_atom", "atom_id", UUID.randomUUID()));
        JsonPath pending = run.carriedOut(Map.of("command", "retry_atom", "atom_id", later));
        JsonPath wave = run.carriedOut(Map.of("command", "retry_wave", "wave", 99));

        // Then
        assertThat(List.of(unknown, pending, wave))
                .allSatisfy(c -> assertThat(c.getString("state")).isEqualTo("REFUSED"));
        assertThat(pending.getString("text")).isEqualTo("the atom has not ended");
        assertThat(run.state()).isEqualTo("BLOCKED");
    }

    @Test
    @Order(8)
    void shouldShowOldAndNewOnTheCertificateWhenAPersonCorrectsATest() {
        // Given
        JsonPath tests = run.get("/tests");
        String test = tests.getString("find { it.state == 'FAILED' }.id");
        String code = run.file(tests.getString("find { it.state == 'FAILED' }.file"));
        Map<String, Object> nameless = Map.of("command", "correct_test", "test_id", test, "code", code);

        // When
        JsonPath refused = run.carriedOut(nameless);
        JsonPath corrected = run.carriedOut(Map.of(
                "command",
                "correct_test",
                "test_id",
                test,
                "code",
                code + "\n# as Ada reads it\n",
                "reason",
                "clearer"));
        run.reaches("BLOCKED");

        // Then
        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(corrected.getString("state")).as(corrected.prettify()).isEqualTo("DONE");
        JsonPath correction = run.get("/certificate");
        assertThat(correction.getString("corrections[0].reason")).isEqualTo("clearer");
        assertThat(correction.getString("corrections[0].before")).isEqualTo(code);
        assertThat(correction.getString("corrections[0].after")).endsWith("# as Ada reads it\n");
    }

    @Test
    @Order(9)
    void shouldCompleteWhenAReviewersEditTakesTheLastFaultAway() {
        // Given
        String mended = run.file(FAULTY).replaceAll("(?m)^.*\"PUT\".*\\R", "");

        // When
        JsonPath applied = decided(Decision.EDIT, mended);

        // Then
        assertThat(applied.getString("outcome")).as(applied.prettify()).isEqualTo("APPLIED");
        JsonPath ended = run.reaches("COMPLETED");
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("COMPLETED");
        assertThat(ended.getBoolean("rehearsal")).isTrue();
        assertThat(run.file(FAULTY)).isEqualTo(mended);
        assertThat(run.get("/workspace/tree").getString("find { it.path == '" + FAULTY + "' }.sha256"))
                .isEqualTo(applied.getString("file_hash"));
        JsonPath ledger = Gateway.as("ada")
                .get("/api/v1/cost/" + run.approved().masterplanId())
                .jsonPath();
        double booked = ledger.getList("ledger.amount_usd", Double.class).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(booked).isCloseTo(ended.getFloat("cost.spent_usd"), org.assertj.core.data.Offset.offset(0.0001));
        assertThat(ledger.getDouble("reserved_usd")).isZero();
    }

    @Test
    @Order(10)
    void shouldHaveWarnedOnceAtFourFifthsOfTheSoftLimitAndOnceAtIt() {
        // Given
        List<JsonPath> told = Events.heard(Topic.LIVE_UPDATES, run.approved().sessionId());

        // When
        List<Double> warnedAt = told.stream()
                .flatMap(u ->
                        u.<Map<String, Object>>getList("updates.findAll { it.type == 'cost_warning' }.data").stream())
                .map(data -> ((Number) data.get("current_cost")).doubleValue())
                .toList();

        // Then
        assertThat(warnedAt).hasSize(2);
        assertThat(warnedAt.getFirst()).isBetween(40.0, 49.99);
        assertThat(warnedAt.getLast()).isBetween(50.0, 100.0);
    }

    @Test
    @Order(11)
    void shouldHaveToldTheStateOfEachAtomAsItIs() {
        // Given
        Map<String, String> told = new HashMap<>();
        for (JsonPath batch : Events.heard(Topic.LIVE_UPDATES, run.approved().sessionId())) {
            batch.<Map<String, Object>>getList("updates.findAll { it.type == 'atom_execution_progress' }.data")
                    .forEach(data -> told.put((String) data.get("atom_id"), (String) data.get("status")));
        }

        // When
        List<Map<String, Object>> atoms = run.get("/atoms?limit=500").getList("items");

        // Then
        assertThat(atoms)
                .allSatisfy(atom -> assertThat(told)
                        .as((String) atom.get("name"))
                        .containsEntry((String) atom.get("id"), (String) atom.get("state")));
    }

    @Test
    @Order(12)
    void shouldHaveMarkedEveryEventAndUpdate() {
        // Given
        List<JsonPath> live = Events.heard(Topic.LIVE_UPDATES, run.approved().sessionId());
        List<JsonPath> events = Stream.of(
                        Topic.RUN_CHANGED, Topic.WAVE_COMPLETED, Topic.GATE_RESULT, Topic.REVIEW_APPLIED)
                .flatMap(topic -> Events.heard(topic, run.approved().masterplanId()).stream())
                .toList();

        // Then
        assertThat(live)
                .isNotEmpty()
                .allSatisfy(u -> assertThat(u.<Boolean>getList("updates.data.rehearsal"))
                        .as(u.prettify())
                        .containsOnly(true));
        assertThat(events)
                .hasSizeGreaterThan(10)
                .allSatisfy(e ->
                        assertThat(e.getBoolean("rehearsal")).as(e.prettify()).isTrue());
        assertThat(run.get("/certificate").getString("engine"))
                .isEqualTo("blueprint (rules, no AI), rehearsal with seed 7, faults injected");
        assertThat(run.get("").getList("faults")).hasSize(5);
    }

    /** Less often than blocks a run, and surely not only in a batch that is halved. */
    private static void twice(RowFault fault) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(120))
                .until(() -> fault.hits() > 1);
    }

    private static void done(String word) {
        assertThat(run.carriedOut(Map.of("command", word)).getString("state")).isEqualTo("DONE");
    }

    private static String limits(int soft, int hard) {
        return run.carriedOut(Map.of("command", "limits", "limits", Map.of("soft_usd", soft, "hard_usd", hard)))
                .getString("state");
    }

    private static String atom(String file) {
        return run.get("/atoms?limit=500").getString("items.find { it.file == '" + file + "' }.id");
    }

    private static int rounds() {
        return run.get("/waves").getList("gates.flatten()").size();
    }

    /** As review-service tells what a reviewer decided, and execution's answer to it. */
    private static JsonPath decided(Decision decision, String content) {
        UUID review = UUID.randomUUID();
        var approved = run.approved();
        var event = new ReviewDecided(
                review,
                approved.masterplanId(),
                UUID.fromString(run.id()),
                approved.sessionId(),
                approved.traceId(),
                ReviewKind.ATOM,
                UUID.fromString(atom(FAULTY)),
                decision,
                FAULTY,
                content,
                null,
                null,
                "ada",
                true,
                Instant.now());
        Events.send(Topic.REVIEW_DECIDED, approved.masterplanId(), approved.traceparent(), event);
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> Events.heard(Topic.REVIEW_APPLIED, approved.masterplanId()).stream()
                                .filter(a -> review.toString().equals(a.getString("review_id")))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private int no() {
        return Sql.rows(pool, "select no from run where id = $1", UUID.fromString(run.id()))
                .getFirst()
                .getInteger("no");
    }

    private List<Row> rows(String sql) {
        return Sql.rows(pool, sql, no());
    }

    private List<Row> attempts(Row atom) {
        return rows("select * from attempt where run_no = $1 and atom_no = " + atom.getInteger("atom_no")
                + " order by ladder, number, call");
    }
}
