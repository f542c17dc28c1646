package dev.masterplan.messaging.outbox;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;

/**
 * Opens the publisher's own connection to the service's database: it listens, holds the repairer's lock, and must not
 * be lent from a pool.
 */
@ApplicationScoped
class OutboxConnection {

    private static final long WAIT_SECONDS = 10;

    private final Vertx vertx;
    private final Config config;

    OutboxConnection(Vertx vertx, Config config) {
        this.vertx = vertx;
        this.config = config;
    }

    OutboxTable open(Consumer<String> wakeUpCalls) {
        try {
            PgConnection connection = PgConnection.connect(vertx, options())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(WAIT_SECONDS, TimeUnit.SECONDS);
            connection.notificationHandler(call -> wakeUpCalls.accept(call.getPayload()));
            OutboxTable table = new OutboxTable(connection);
            table.listen();
            return table;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboxTroubleException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new OutboxTroubleException("no connection to the database: " + e.getMessage(), e);
        }
    }

    /** Lost marks only repeat a send, so commits need not reach the disk; a nearly empty table must not be scanned. */
    private PgConnectOptions options() {
        PgConnectOptions options =
                PgConnectOptions.fromUri(config.getValue("quarkus.datasource.reactive.url", String.class));
        options.setUser(config.getValue("quarkus.datasource.username", String.class));
        options.setPassword(config.getValue("quarkus.datasource.password", String.class));
        options.setCachePreparedStatements(true);
        options.addProperty("application_name", "outbox-publisher");
        options.addProperty("synchronous_commit", "off");
        options.addProperty("enable_seqscan", "off");
        options.addProperty("enable_hashjoin", "off");
        options.addProperty("enable_mergejoin", "off");
        return options;
    }
}
