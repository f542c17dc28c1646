package dev.masterplan.execution.engine;

import dev.masterplan.execution.cost.CostGuard;
import dev.masterplan.execution.journal.RunJournal;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.memory.RunEvents;
import dev.masterplan.execution.memory.RunMemory;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Warns once at 80 % of the soft limit and once at the soft limit, also when one wave passes both. */
@Singleton
public class CostWatch {

    private static final String BUDGET = "select * from budget where plan = $1";
    private static final int CENTS = 2;

    private final Pool pool;
    private final RunJournal journal;

    CostWatch(Pool pool, RunJournal journal) {
        this.pool = pool;
        this.journal = journal;
    }

    /** @param waveEstimate what the next wave may cost at most, in USD */
    public void look(RunMemory memory, RunEvents events, BigDecimal waveEstimate) {
        Row row = Sql.rows(pool, BUDGET, memory.ref().masterplanId()).getFirst();
        BigDecimal spent = row.getBigDecimal("spent").add(row.getBigDecimal("elsewhere"));
        BigDecimal soft = row.getBigDecimal("plan_soft");
        int level = CostGuard.warning(spent, soft);
        for (int due = row.getInteger("warned") + 1; due <= level; due++) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("current_cost", cents(spent));
            data.put("soft_limit", cents(soft));
            data.put(
                    "remaining_budget",
                    cents(row.getBigDecimal("plan_hard").subtract(spent).subtract(row.getBigDecimal("reserved"))));
            data.put("wave_estimate", cents(waveEstimate));
            journal.submit(new Transition.CostWarned(
                    memory.ref(), due, Says.live(events.updates().of("cost_warning", data))));
        }
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
