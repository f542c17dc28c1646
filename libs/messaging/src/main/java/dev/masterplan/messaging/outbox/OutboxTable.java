package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.event.Topic;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the publisher does with the tables, on its own connection; every call waits for its answer. */
final class OutboxTable {

    private static final long WAIT_SECONDS = 30;
    private static final String LOCK = "hashtext(CAST(current_schema() AS text) || '.outbox')";

    private final PgConnection connection;

    OutboxTable(PgConnection connection) {
        this.connection = connection;
    }

    /** Wake-up calls of this schema arrive on the connection from now on. */
    void listen() {
        String schema = run("SELECT CAST(current_schema() AS text)", Tuple.tuple())
                .iterator()
                .next()
                .getString(0);
        run("LISTEN \"" + schema + "_outbox\"");
    }

    /** The one repairer of the schema; the lock ends with the connection. */
    boolean tryLock() {
        return run("SELECT pg_try_advisory_lock(" + LOCK + ")", Tuple.tuple())
                .iterator()
                .next()
                .getBoolean(0);
    }

    /** Notes that the slot runs now. @return whether the last one in this slot ended in order */
    boolean startSlot(int slot) {
        RowSet<Row> last = run("SELECT clean FROM outbox_publisher WHERE slot = $1", Tuple.of(slot));
        boolean clean = last.size() == 0 || last.iterator().next().getBoolean(0);
        run(
                "INSERT INTO outbox_publisher (slot, clean) VALUES ($1, false)"
                        + " ON CONFLICT (slot) DO UPDATE SET clean = false",
                Tuple.of(slot));
        return clean;
    }

    void endSlot(int slot) {
        run("UPDATE outbox_publisher SET clean = true WHERE slot = $1", Tuple.of(slot));
    }

    /** Notes where the slot publishes to. @return whether it was another cluster the last time */
    boolean changesCluster(int slot, String clusterId) {
        RowSet<Row> changed = run(
                "UPDATE outbox_publisher SET cluster_id = $2 WHERE slot = $1"
                        + " AND cluster_id IS DISTINCT FROM $2 RETURNING old.cluster_id",
                Tuple.of(slot, clusterId));
        return changed.size() == 1 && changed.iterator().next().getString(0) != null;
    }

    /** Domain events that were published in the last while wait again. @return how many */
    int publishAgain(Duration last) {
        return run("UPDATE outbox SET published_at = NULL WHERE published_at > $1", Tuple.of(ago(last)))
                .rowCount();
    }

    /** A key with rows that wait, the oldest of them since then. */
    record Waiting(OutboxKey key, Instant since) {}

    /** Keys with rows that wait for longer than that, the one that waits longest first. */
    List<Waiting> waitingKeys(Duration longerThan) {
        RowSet<Row> found = run(
                "SELECT topic, key, min(created_at) AS since FROM outbox"
                        + " WHERE published_at IS NULL AND created_at <= $1 GROUP BY topic, key ORDER BY since",
                Tuple.of(ago(longerThan)));
        List<Waiting> keys = new ArrayList<>();
        found.forEach(row -> keys.add(new Waiting(
                new OutboxKey(Topic.ofName(row.getString("topic")), row.getString("key")),
                row.getOffsetDateTime("since").toInstant())));
        return keys;
    }

    /** The next rows of the key that wait, in their order. */
    List<OutboxRow> waiting(OutboxKey key, long afterSequence, int limit) {
        RowSet<Row> found = run(
                "SELECT id, topic, key, sequence, masterplan_id, traceparent, payload, created_at FROM outbox"
                        + " WHERE published_at IS NULL AND topic = $1 AND key = $2 AND sequence > $3"
                        + " ORDER BY sequence LIMIT $4",
                Tuple.of(key.topic().topicName(), key.key(), afterSequence, limit));
        List<OutboxRow> rows = new ArrayList<>();
        found.forEach(row -> rows.add(SqlOutbox.read(row)));
        return rows;
    }

    void markPublished(Collection<UUID> domain) {
        if (!domain.isEmpty()) {
            run(
                    "UPDATE outbox o SET published_at = now() FROM unnest($1::uuid[]) AS done (id) WHERE o.id = done.id",
                    Tuple.of(domain.toArray(UUID[]::new)));
        }
    }

    void delete(Collection<UUID> live) {
        if (!live.isEmpty()) {
            run(
                    "DELETE FROM outbox o USING unnest($1::uuid[]) AS done (id) WHERE o.id = done.id",
                    Tuple.of(live.toArray(UUID[]::new)));
        }
    }

    void forget(Duration published, Duration inbox) {
        run("DELETE FROM outbox WHERE published_at < $1", Tuple.of(ago(published)));
        run("DELETE FROM inbox WHERE received_at < $1", Tuple.of(ago(inbox)));
    }

    void close() {
        await(connection.close());
    }

    private static OffsetDateTime ago(Duration time) {
        return OffsetDateTime.now(ZoneOffset.UTC).minus(time);
    }

    private void run(String sql) {
        await(connection.query(sql).execute());
    }

    private RowSet<Row> run(String sql, Tuple parameters) {
        return await(connection.preparedQuery(sql).execute(parameters));
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboxTroubleException("interrupted", e);
        } catch (ExecutionException e) {
            throw new OutboxTroubleException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (TimeoutException e) {
            throw new OutboxTroubleException("the database does not answer", e);
        }
    }
}
