package dev.masterplan.execution.journal;

import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * One parameterized SQL statement; statements of one text are sent as a batch.
 *
 * @param once it must touch exactly one row, else the whole transition is refused
 */
record Statement(String sql, Tuple parameters, boolean once) {

    static Statement of(String sql, Object... parameters) {
        return new Statement(sql, Tuple.from(parameters), false);
    }

    Statement touchingOneRow() {
        return new Statement(sql, parameters, true);
    }

    /** What a transition writes: the guard must touch exactly one row, else nothing else of it is written. */
    record Guarded(Statement guard, List<Statement> then) {
        static Guarded of(Statement guard, Statement... then) {
            return new Guarded(guard, List.of(then));
        }
    }
}
