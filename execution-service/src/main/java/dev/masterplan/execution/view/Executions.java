package dev.masterplan.execution.view;

import dev.masterplan.execution.Problem;
import dev.masterplan.execution.acceptance.BuildTest;
import dev.masterplan.execution.codegen.RehearsalFaults;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.transition.Transition.TestOutcome;
import dev.masterplan.execution.view.ExecutionView.AtomCounts;
import dev.masterplan.execution.view.ExecutionView.LastTest;
import dev.masterplan.execution.view.ExecutionView.Money;
import dev.masterplan.execution.view.ExecutionView.Page;
import dev.masterplan.execution.view.ExecutionView.TestCounts;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads runs for the API. */
@Singleton
public class Executions {

    private static final String BY_ID = "select * from run where id = $1";
    private static final String BY_PLAN = "select * from run where masterplan_id = $1 order by version desc limit 1";
    private static final String LIST = """
            select * from run where ($1::uuid is null or masterplan_id = $1) and ($2::text is null or state = $2)
            order by created_at desc limit $3 offset $4""";
    private static final String COUNT = """
            select count(*) as n from run where ($1::uuid is null or masterplan_id = $1)
              and ($2::text is null or state = $2)""";
    private static final String ATOMS = """
            select count(*) as total, count(*) filter (where state = 'COMPLETED') as completed,
              count(*) filter (where state = 'FAILED') as failed, count(*) filter (where state = 'BLOCKED') as blocked,
              count(*) filter (where state = 'SKIPPED') as skipped,
              count(*) filter (where state in ('RUNNING', 'VALIDATING')) as running
            from atom where run_no = $1""";
    private static final String TESTS = "select * from acceptance_test where run_no = $1 order by ord";
    private static final String BUILDS = """
            select verdict in ('OPEN', 'BLOCKED') and not failed_requirements @> array[$2] as builds
            from gate where run_no = $1 order by decided_at desc, round desc limit 1""";
    private static final String BUDGET = "select * from budget where plan = $1";

    private final Pool pool;

    Executions(Pool pool) {
        this.pool = pool;
    }

    /** @throws Problem 404 */
    public Row row(UUID id) {
        return Sql.rows(pool, BY_ID, id).stream().findFirst().orElseThrow(() -> Problem.notFound("no execution " + id));
    }

    /** @throws Problem 404 when the plan has no approved version */
    public Row rowOfPlan(UUID masterplanId) {
        return Sql.rows(pool, BY_PLAN, masterplanId).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no approved version of " + masterplanId));
    }

    Page<ExecutionView> list(UUID masterplanId, String state, int limit, int offset) {
        List<ExecutionView> items = Sql.rows(pool, LIST, masterplanId, state, limit, offset).stream()
                .map(this::view)
                .toList();
        int total = Sql.rows(pool, COUNT, masterplanId, state).getFirst().getInteger("n");
        return new Page<>(items, total, limit, offset);
    }

    ExecutionView view(Row run) {
        MasterPlanApproved approved = approved(run);
        Row atoms = Sql.rows(pool, ATOMS, run.getInteger("no")).getFirst();
        List<Row> tests = Sql.rows(pool, TESTS, run.getInteger("no"));
        Map<String, TestSpecification> specifications = new HashMap<>();
        approved.tests().forEach(t -> specifications.put(t.id(), t));
        return new ExecutionView(
                run.getUUID("id"),
                run.getUUID("masterplan_id"),
                run.getUUID("session_id"),
                run.getInteger("version"),
                run.getString("name"),
                run.getString("state"),
                run.getString("reason"),
                run.getString("cure"),
                run.getInteger("wave"),
                run.getInteger("total_waves"),
                counts(atoms),
                counts(tests, specifications, builds(run.getInteger("no"))),
                money(run.getUUID("masterplan_id")),
                approved.engine().name(),
                approved.engine().rehearsalSeed() != null,
                RehearsalFaults.told(approved),
                run.getString("sandbox"),
                run.getString("trace_id"),
                run.getString("head_commit"),
                instant(run, "created_at"),
                instant(run, "started_at"),
                instant(run, "ended_at"),
                keys(approved, Requirement.Coverage.State.NOT_COVERED),
                approved.deferrals().stream()
                        .map(MasterPlanApproved.Deferral::requirementKey)
                        .toList(),
                last(tests, specifications));
    }

    public Money money(UUID masterplanId) {
        Row budget = Sql.rows(pool, BUDGET, masterplanId).getFirst();
        BigDecimal spent = budget.getBigDecimal("spent").add(budget.getBigDecimal("elsewhere"));
        BigDecimal reserved = budget.getBigDecimal("reserved");
        BigDecimal hard = budget.getBigDecimal("plan_hard");
        return new Money(
                spent,
                reserved,
                budget.getBigDecimal("plan_soft"),
                hard,
                hard.subtract(spent).subtract(reserved));
    }

    public static MasterPlanApproved approved(Row run) {
        return Json.read(run.getBuffer("approved").getBytes(), MasterPlanApproved.class);
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column) == null
                ? null
                : row.getOffsetDateTime(column).toInstant();
    }

    private static List<String> keys(MasterPlanApproved approved, Requirement.Coverage.State state) {
        return approved.discovery().requirements().stream()
                .filter(r -> r.coverage().state() == state)
                .map(Requirement::key)
                .toList();
    }

    private static AtomCounts counts(Row row) {
        return new AtomCounts(
                row.getInteger("total"),
                row.getInteger("completed"),
                row.getInteger("failed"),
                row.getInteger("blocked"),
                row.getInteger("skipped"),
                row.getInteger("running"));
    }

    /** R-000 passed at the last gate that ran tests. */
    private boolean builds(int runNo) {
        return Sql.rows(pool, BUILDS, runNo, BuildTest.REQUIREMENT).stream()
                .anyMatch(gate -> gate.getBoolean("builds"));
    }

    private static TestCounts counts(List<Row> tests, Map<String, TestSpecification> specifications, boolean builds) {
        return new TestCounts(
                count(tests, specifications, Priority.MUST, false) + 1,
                count(tests, specifications, Priority.MUST, true) + (builds ? 1 : 0),
                count(tests, specifications, Priority.SHOULD, false),
                count(tests, specifications, Priority.SHOULD, true));
    }

    private static int count(
            List<Row> tests, Map<String, TestSpecification> specifications, Priority priority, boolean green) {
        return (int) tests.stream()
                .filter(t -> specifications.get(t.getString("test_id")).priority() == priority)
                .filter(t -> !green || TestOutcome.green(t.getString("state")))
                .count();
    }

    /** The one that became due last. */
    private static LastTest last(List<Row> tests, Map<String, TestSpecification> specifications) {
        return tests.stream()
                .filter(t -> t.getLong("duration_ms") != null)
                .max(java.util.Comparator.comparingInt((Row t) -> t.getInteger("due_from_wave"))
                        .thenComparingInt(t -> t.getInteger("ord")))
                .map(t -> new LastTest(
                        t.getString("test_id"),
                        specifications.get(t.getString("test_id")).requirementKey(),
                        t.getString("text"),
                        TestOutcome.green(t.getString("state")),
                        t.getLong("duration_ms")))
                .orElse(null);
    }
}
