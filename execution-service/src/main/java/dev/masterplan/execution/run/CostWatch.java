package dev.masterplan.execution.run;

import dev.masterplan.execution.cost.CostGuard;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Warns once at 80 % of the soft limit and once at the soft limit. */
@Singleton
public class CostWatch {

    private static final String BUDGET = "select * from budget where plan = $1";
    private static final int CENTS = 2;

    private final Pool pool;

    CostWatch(Pool pool) {
        this.pool = pool;
    }

    /** @param waveEstimate what the next wave may cost at most, in USD */
    void look(RunEngine engine, RunMemory memory, RunEvents events, BigDecimal waveEstimate) {
        Row row = Sql.rows(pool, BUDGET, memory.ref().masterplanId()).getFirst();
        BigDecimal spent = row.getBigDecimal("spent").add(row.getBigDecimal("elsewhere"));
        BigDecimal soft = row.getBigDecimal("plan_soft");
        int level = CostGuard.warning(spent, soft);
        if (level > row.getInteger("warned")) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("current_cost", cents(spent));
            data.put("soft_limit", cents(soft));
            data.put(
                    "remaining_budget",
                    cents(row.getBigDecimal("plan_hard").subtract(spent).subtract(row.getBigDecimal("reserved"))));
            data.put("wave_estimate", cents(waveEstimate));
            engine.journal()
                    .submit(new Transition.CostWarned(
                            memory.ref(), level, Says.live(events.updates().of("cost_warning", data))));
        }
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
