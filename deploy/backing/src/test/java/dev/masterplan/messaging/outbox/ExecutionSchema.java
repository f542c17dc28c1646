package dev.masterplan.messaging.outbox;

import dev.masterplan.proof.Database;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/** The shared tables in the schema of execution, and appends to them as its engine does. */
final class ExecutionSchema {

    static final Database DATABASE = new Database("execution");

    private ExecutionSchema() {}

    /** Tables as after the first migration. */
    static void empty() {
        Flyway.configure()
                .dataSource("jdbc:" + reactiveUrl(), "execution", System.getProperty("masterplan.postgres.password"))
                .schemas("execution")
                .createSchemas(false)
                .locations("db/shared")
                .load()
                .migrate();
        DATABASE.update("DELETE FROM outbox");
        DATABASE.update("DELETE FROM outbox_key");
        DATABASE.update("DELETE FROM outbox_publisher");
        DATABASE.update("DELETE FROM inbox");
    }

    static String reactiveUrl() {
        return "postgresql://127.0.0.1:" + System.getProperty("masterplan.postgres.port") + "/masterplan";
    }

    /** A connection that appends in transactions of its own. */
    record Writer(Vertx vertx, PgConnection connection) implements AutoCloseable {

        static Writer open() throws Exception {
            Vertx vertx = Vertx.vertx();
            PgConnectOptions options = PgConnectOptions.fromUri(reactiveUrl())
                    .setUser("execution")
                    .setPassword(System.getProperty("masterplan.postgres.password"));
            return new Writer(
                    vertx,
                    PgConnection.connect(vertx, options)
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(10, TimeUnit.SECONDS));
        }

        /** Commits and returns the rows, not published yet. */
        List<OutboxRow> commit(OutboxMessage... messages) throws Exception {
            return connection
                    .begin()
                    .compose(transaction -> SqlOutbox.append(connection, List.of(messages))
                            .compose(rows -> transaction.commit().map(rows)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            connection.close().onComplete(closed -> vertx.close());
        }
    }
}
