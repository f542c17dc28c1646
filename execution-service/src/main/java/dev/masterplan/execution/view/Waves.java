package dev.masterplan.execution.view;

import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.view.ExecutionView.AtomCounts;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the waves of a run, with their gates. */
@Singleton
class Waves {

    private static final String WAVES = """
            select w.*, coalesce(a.total, 0) as total, coalesce(a.completed, 0) as completed,
              coalesce(a.failed, 0) as failed, coalesce(a.blocked, 0) as blocked, coalesce(a.skipped, 0) as skipped,
              coalesce(a.running, 0) as running, coalesce(a.retries, 0) as retries
            from wave w left join (
              select wave, count(*) as total, count(*) filter (where state = 'COMPLETED') as completed,
                count(*) filter (where state = 'FAILED') as failed,
                count(*) filter (where state = 'BLOCKED') as blocked,
                count(*) filter (where state = 'SKIPPED') as skipped,
                count(*) filter (where state in ('RUNNING', 'VALIDATING')) as running, sum(retries) as retries
              from atom where run_no = $1 group by wave) a on a.wave = w.number
            where w.run_no = $1 order by w.number""";
    private static final String GATES = "select * from gate where run_no = $1 order by wave, round";
    private static final String TESTS = "select due_from_wave from acceptance_test where run_no = $1";

    private final Pool pool;

    Waves(Pool pool) {
        this.pool = pool;
    }

    /** @param state PENDING, RUNNING, COMPLETED or PARTIAL */
    public record View(
            int number,
            UUID id,
            String name,
            String state,
            AtomCounts atoms,
            int retries,
            Instant startedAt,
            Long durationMs,
            List<GateView> gates) {}

    /** @param due tests that were due; @param of all tests of the run; R-000 is one of both, due after every wave */
    public record GateView(
            int round,
            String verdict,
            int mustTotal,
            int mustPassed,
            int shouldTotal,
            int shouldPassed,
            long due,
            int of,
            String failureReason,
            List<String> failedRequirements) {}

    List<View> of(Row run) {
        int no = run.getInteger("no");
        List<Integer> dueFrom = Sql.rows(pool, TESTS, no).stream()
                .map(t -> t.getInteger("due_from_wave"))
                .toList();
        Map<Integer, List<GateView>> gates = new HashMap<>();
        Sql.rows(pool, GATES, no)
                .forEach(g -> gates.merge(
                        g.getInteger("wave"),
                        List.of(gate(g, dueFrom)),
                        (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                                .toList()));
        return Sql.rows(pool, WAVES, no).stream()
                .map(w -> view(w, gates.getOrDefault(w.getInteger("number"), List.of())))
                .toList();
    }

    private static View view(Row wave, List<GateView> gates) {
        return new View(
                wave.getInteger("number"),
                wave.getUUID("id"),
                wave.getString("name"),
                wave.getString("state"),
                new AtomCounts(
                        wave.getInteger("total"),
                        wave.getInteger("completed"),
                        wave.getInteger("failed"),
                        wave.getInteger("blocked"),
                        wave.getInteger("skipped"),
                        wave.getInteger("running")),
                wave.getInteger("retries"),
                Executions.instant(wave, "started_at"),
                wave.getLong("duration_ms"),
                gates);
    }

    private static GateView gate(Row gate, List<Integer> dueFrom) {
        int wave = gate.getInteger("wave");
        return new GateView(
                gate.getInteger("round"),
                gate.getString("verdict"),
                gate.getInteger("must_total"),
                gate.getInteger("must_passed"),
                gate.getInteger("should_total"),
                gate.getInteger("should_passed"),
                dueFrom.stream().filter(w -> w <= wave).count() + 1,
                dueFrom.size() + 1,
                gate.getString("failure_reason"),
                Arrays.asList(gate.getArrayOfStrings("failed_requirements")));
    }
}
