package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.event.Topic;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Appends messages on a plain connection, inside the transaction that the caller holds; one statement for any number.
 *
 * <p>The caller hands the rows to {@link OutboxPublisher#publish} once its transaction has committed. Two appends in
 * one transaction may lock the keys of other writers in another order: append once.
 */
public final class SqlOutbox {

    /** Takes {@link #parameters}; its result is read by {@link #rows}. */
    public static final String INSERT = """
            WITH given AS (
                SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::bytea[])
                    WITH ORDINALITY AS m(id, topic, key, kind, masterplan_id, traceparent, payload, ord)
            ), numbered AS (
                INSERT INTO outbox_key AS k (topic, key, last)
                SELECT topic, key, count(*) FROM given GROUP BY topic, key ORDER BY topic, key
                ON CONFLICT (topic, key) DO UPDATE SET last = k.last + excluded.last
                RETURNING topic, key, last
            )
            INSERT INTO outbox (id, topic, key, sequence, kind, masterplan_id, traceparent, payload)
            SELECT g.id, g.topic, g.key,
                   n.last - count(*) OVER (PARTITION BY g.topic, g.key)
                          + row_number() OVER (PARTITION BY g.topic, g.key ORDER BY g.ord),
                   g.kind, g.masterplan_id, g.traceparent, g.payload
            FROM given g JOIN numbered n ON n.topic = g.topic AND n.key = g.key
            RETURNING id, sequence, created_at
            """;

    static final String LIVE = "live";
    static final String DOMAIN = "domain";

    private SqlOutbox() {}

    /** The rows in the order of the messages. */
    public static Future<List<OutboxRow>> append(SqlConnection connection, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return connection.preparedQuery(INSERT).execute(parameters(messages)).map(inserted -> rows(inserted, messages));
    }

    public static Tuple parameters(List<OutboxMessage> messages) {
        return Tuple.tuple()
                .addArrayOfUUID(messages.stream().map(OutboxMessage::id).toArray(UUID[]::new))
                .addArrayOfString(
                        messages.stream().map(m -> m.topic().topicName()).toArray(String[]::new))
                .addArrayOfString(messages.stream().map(OutboxMessage::key).toArray(String[]::new))
                .addArrayOfString(messages.stream().map(SqlOutbox::kind).toArray(String[]::new))
                .addArrayOfUUID(
                        messages.stream().map(OutboxMessage::masterplanId).toArray(UUID[]::new))
                .addArrayOfString(
                        messages.stream().map(OutboxMessage::traceparent).toArray(String[]::new))
                .addArrayOfBuffer(
                        messages.stream().map(m -> Buffer.buffer(m.payload())).toArray(Buffer[]::new));
    }

    /** What {@link #INSERT} answered for these messages. */
    public static List<OutboxRow> rows(RowSet<Row> inserted, List<OutboxMessage> messages) {
        Map<UUID, Row> byId = new HashMap<>();
        for (Row row : inserted) {
            byId.put(row.getUUID("id"), row);
        }
        List<OutboxRow> rows = new ArrayList<>(messages.size());
        for (OutboxMessage message : messages) {
            Row row = byId.get(message.id());
            rows.add(OutboxRow.of(message, row.getLong("sequence"), created(row)));
        }
        return rows;
    }

    static String kind(OutboxMessage message) {
        return message.live() ? LIVE : DOMAIN;
    }

    /** Reads a whole row of the table. */
    static OutboxRow read(Row row) {
        return new OutboxRow(
                row.getUUID("id"),
                Topic.ofName(row.getString("topic")),
                row.getString("key"),
                row.getLong("sequence"),
                row.getUUID("masterplan_id"),
                row.getString("traceparent"),
                row.getBuffer("payload").getBytes(),
                created(row));
    }

    private static java.time.Instant created(Row row) {
        OffsetDateTime created = row.getOffsetDateTime("created_at");
        return created.toInstant();
    }
}
