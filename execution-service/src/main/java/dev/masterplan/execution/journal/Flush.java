package dev.masterplan.execution.journal;

import dev.masterplan.execution.cost.BudgetDecision;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.messaging.outbox.OutboxMessage;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One transaction of the journal: lease, locked budgets, guards, what the done ones write, outbox. Each transition gets
 * its own answer; one that is refused leaves nothing behind.
 */
final class Flush {

    private final SqlConnection connection;
    private final List<Pending> batch;
    private final Map<Pending, Reply> replies = new IdentityHashMap<>();
    private final List<Pending> waiting = new ArrayList<>();
    private boolean roomMade;

    /** What a command would change is not as it was any more: nothing of it may be committed. */
    static final class StaleEffectException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StaleEffectException(Statement statement) {
            super("touched no row or several: " + statement.sql());
        }
    }

    Flush(SqlConnection connection, List<Pending> batch) {
        this.connection = connection;
        this.batch = batch;
    }

    /** @return what the done transitions say, to be written in the same transaction */
    List<OutboxMessage> write() {
        Budgets budgets = Budgets.lock(connection, batch);
        List<Pending> free = batch.stream().filter(p -> !p.reserving()).toList();
        guard(free);
        free.stream().filter(this::done).forEach(budgets::settle);
        List<Pending> fitting =
                batch.stream().filter(p -> p.reserving() && fits(p, budgets)).toList();
        guard(fitting);
        List<Pending> refused = fitting.stream().filter(p -> !done(p)).toList();
        refused.forEach(budgets::release);
        List<Pending> done = batch.stream().filter(this::done).toList();
        roomMade = !refused.isEmpty() || done.stream().anyMatch(Pending::makesRoom);
        sendAll(done.stream().flatMap(p -> p.writes().then().stream()).toList());
        budgets.store(connection);
        return Outgoing.of(done.stream().map(Pending::transition).toList());
    }

    Map<Pending, Reply> replies() {
        return replies;
    }

    /** Those that fit once others have settled. */
    List<Pending> waiting() {
        return waiting;
    }

    /** Calls were settled, given back or allowed more: those that wait may fit now. */
    boolean roomMade() {
        return roomMade;
    }

    private boolean done(Pending pending) {
        return replies.get(pending) instanceof Reply.Done;
    }

    private boolean fits(Pending pending, Budgets budgets) {
        return switch (budgets.reserve(pending)) {
            case BudgetDecision.Fits fits -> true;
            case BudgetDecision.Waits waits -> {
                waiting.add(pending);
                yield false;
            }
            case BudgetDecision.Exceeded exceeded -> {
                replies.put(pending, new Reply.NoBudget(exceeded));
                yield false;
            }
        };
    }

    private void guard(List<Pending> requests) {
        Map<String, List<Pending>> bySql = new LinkedHashMap<>();
        requests.forEach(p -> bySql.computeIfAbsent(p.writes().guard().sql(), s -> new ArrayList<>())
                .add(p));
        bySql.forEach((sql, group) -> {
            List<Integer> counts = Sql.batch(
                    connection,
                    sql,
                    group.stream().map(p -> p.writes().guard().parameters()).toList());
            for (int i = 0; i < group.size(); i++) {
                replies.put(group.get(i), counts.get(i) == 1 ? new Reply.Done() : new Reply.WrongState());
            }
        });
    }

    private void sendAll(List<Statement> statements) {
        Map<String, List<Statement>> bySql = new LinkedHashMap<>();
        statements.forEach(
                s -> bySql.computeIfAbsent(s.sql(), sql -> new ArrayList<>()).add(s));
        bySql.forEach((sql, group) -> {
            List<Integer> counts = Sql.batch(
                    connection, sql, group.stream().map(Statement::parameters).toList());
            for (int i = 0; i < group.size(); i++) {
                if (group.get(i).once() && counts.get(i) != 1) {
                    throw new StaleEffectException(group.get(i));
                }
            }
        });
    }
}
