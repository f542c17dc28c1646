package dev.masterplan.execution.journal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Straight-line SQL on virtual threads: waits for the driver's futures. Never called on an event loop. */
public final class Sql {

    private Sql() {}

    /** @throws RuntimeException what the future failed with */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public static RowSet<Row> run(SqlClient client, String sql, Object... parameters) {
        return await(client.preparedQuery(sql).execute(Tuple.from(parameters)));
    }

    public static List<Row> rows(SqlClient client, String sql, Object... parameters) {
        List<Row> rows = new ArrayList<>();
        run(client, sql, parameters).forEach(rows::add);
        return rows;
    }

    /** Rows touched per tuple, in order. */
    static List<Integer> batch(SqlClient client, String sql, List<Tuple> tuples) {
        List<Integer> counts = new ArrayList<>();
        RowSet<Row> result = await(client.preparedQuery(sql).executeBatch(tuples));
        while (result != null) {
            counts.add(result.rowCount());
            result = result.next();
        }
        return counts;
    }
}
