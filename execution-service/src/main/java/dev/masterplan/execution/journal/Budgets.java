package dev.masterplan.execution.journal;

import dev.masterplan.execution.cost.Budget;
import dev.masterplan.execution.cost.BudgetDecision;
import dev.masterplan.execution.cost.CostGuard;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The budget rows of one flush, locked in the order of their plans and written back once. */
final class Budgets {

    private static final String LOCK =
            "select plan, hard, spent, reserved from budget where plan = any($1) order by plan for update";
    private static final String STORE = "update budget set spent = $2, reserved = $3 where plan = $1";

    private final Map<UUID, Budget> rows = new TreeMap<>();

    static Budgets lock(SqlConnection connection, List<Pending> batch) {
        Budgets budgets = new Budgets();
        UUID[] plans = batch.stream()
                .filter(Pending::movesMoney)
                .map(p -> p.transition().run().masterplanId())
                .distinct()
                .toArray(UUID[]::new);
        if (plans.length > 0) {
            for (Row row : Sql.rows(connection, LOCK, (Object) plans)) {
                budgets.rows.put(
                        row.getUUID("plan"),
                        new Budget(
                                row.getBigDecimal("hard"), row.getBigDecimal("spent"), row.getBigDecimal("reserved")));
            }
        }
        return budgets;
    }

    void settle(Pending pending) {
        if (pending.movesMoney()) {
            rows.computeIfPresent(plan(pending), (plan, b) -> b.settle(pending.frees(), pending.books()));
        }
    }

    BudgetDecision reserve(Pending pending) {
        BigDecimal worst = pending.reserves();
        BudgetDecision decision = CostGuard.decide(rows.get(plan(pending)), worst);
        if (decision instanceof BudgetDecision.Fits fits) {
            rows.put(plan(pending), fits.after());
        }
        return decision;
    }

    void release(Pending pending) {
        rows.computeIfPresent(plan(pending), (plan, b) -> b.settle(pending.reserves(), BigDecimal.ZERO));
    }

    void store(SqlConnection connection) {
        if (!rows.isEmpty()) {
            Sql.batch(
                    connection,
                    STORE,
                    rows.entrySet().stream()
                            .map(e -> Tuple.of(
                                    e.getKey(),
                                    e.getValue().spent(),
                                    e.getValue().reserved()))
                            .toList());
        }
    }

    private static UUID plan(Pending pending) {
        return pending.transition().run().masterplanId();
    }
}
