package dev.masterplan.gateway.live;

import dev.masterplan.messaging.event.LiveUpdates;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The journal: every durable update once, numbered per session from 1 without gaps.
 *
 * <p>Numbers are given under the lock of the session's counter row, so that nobody who saw n can later find a smaller one.
 */
@ApplicationScoped
public class JournalRepository {

    private final Pool pool;

    @Inject
    JournalRepository(Pool pool) {
        this.pool = pool;
    }

    /** Stores what is not stored yet and wakes every gateway, all in one transaction. */
    public Future<Void> append(UUID outboxId, LiveUpdates updates) {
        Map<UUID, List<JournalEntry>> bySession = new TreeMap<>();
        for (int index = 0; index < updates.updates().size(); index++) {
            JournalEntry entry =
                    JournalEntry.of(outboxId, index, updates.updates().get(index));
            bySession
                    .computeIfAbsent(entry.sessionId(), session -> new ArrayList<>())
                    .add(entry);
        }
        return pool.withTransaction(connection -> append(connection, bySession));
    }

    private static Future<Void> append(SqlConnection connection, Map<UUID, List<JournalEntry>> bySession) {
        Future<Void> done = Future.succeededFuture();
        for (var session : bySession.entrySet()) {
            done = done.compose(before -> append(connection, session.getKey(), session.getValue()));
        }
        return done;
    }

    private static Future<Void> append(SqlConnection connection, UUID session, List<JournalEntry> entries) {
        return connection
                .preparedQuery(JournalSql.LOCK)
                .execute(Tuple.of(session))
                .map(rows -> rows.iterator().next().getLong("last_seq"))
                .compose(last -> connection
                        .preparedQuery(JournalSql.APPEND)
                        .execute(columns(session, entries).addLong(last)))
                .mapEmpty();
    }

    private static Tuple columns(UUID session, List<JournalEntry> entries) {
        return Tuple.of(session)
                .addArrayOfString(column(entries, JournalEntry::id, String[]::new))
                .addArrayOfUUID(column(entries, JournalEntry::masterplanId, UUID[]::new))
                .addArrayOfString(column(entries, JournalEntry::type, String[]::new))
                .addArrayOfString(column(entries, JournalEntry::subject, String[]::new))
                .addArrayOfOffsetDateTime(
                        column(entries, entry -> entry.time().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfString(column(entries, JournalEntry::traceId, String[]::new))
                .addArrayOfString(column(entries, JournalEntry::data, String[]::new));
    }

    private static <T> T[] column(
            List<JournalEntry> entries, Function<JournalEntry, T> value, java.util.function.IntFunction<T[]> array) {
        return entries.stream().map(value).toArray(array);
    }

    /** The last number given to that session; 0 when there is none. */
    Future<Long> last(UUID session) {
        return pool.preparedQuery(JournalSql.LAST)
                .execute(Tuple.of(session))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("last_seq"));
    }

    /** The session in which that plan is made; null when nothing was said of it yet. */
    Future<UUID> sessionOf(UUID masterplan) {
        return pool.preparedQuery(JournalSql.SESSION_OF)
                .execute(Tuple.of(masterplan))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID("session_id"));
    }

    /** The sessions of those plans of which something was said already. */
    Future<Map<UUID, UUID>> sessionsOf(Collection<UUID> masterplans) {
        return pool.preparedQuery(JournalSql.SESSIONS_OF)
                .execute(Tuple.tuple().addArrayOfUUID(masterplans.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, UUID> sessions = new HashMap<>();
                    rows.forEach(row -> sessions.put(row.getUUID("masterplan_id"), row.getUUID("session_id")));
                    return sessions;
                });
    }

    /** Removes updates from before that time, but for the newest of each subject. @return how many went */
    Future<Integer> prune(Instant before, int batch) {
        return pool.preparedQuery(JournalSql.PRUNE)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), batch))
                .map(RowSet::rowCount);
    }

    /** Updates after that number, in order. @param bytes the page ends with the update that reaches them */
    Future<List<Envelope>> after(UUID session, long seq, int limit, long bytes) {
        return pool.preparedQuery(JournalSql.AFTER)
                .execute(Tuple.of(session, seq, limit, bytes))
                .map(JournalRepository::envelopes);
    }

    /** The newest update of each subject up to that number, in order. @param masterplan null = all of the session */
    Future<List<Envelope>> snapshot(UUID session, UUID masterplan, long upTo) {
        return pool.preparedQuery(JournalSql.SNAPSHOT)
                .execute(Tuple.of(session, masterplan, upTo))
                .map(JournalRepository::envelopes);
    }

    /** A page of everything that was said of a plan, oldest first. */
    public Future<List<String>> timeline(UUID masterplan, int limit, int offset) {
        return pool.preparedQuery(JournalSql.TIMELINE)
                .execute(Tuple.of(masterplan, limit, offset))
                .map(rows -> envelopes(rows).stream().map(Envelope::json).toList());
    }

    /** How much was said of a plan. */
    public Future<Long> count(UUID masterplan) {
        return pool.preparedQuery(JournalSql.COUNT)
                .execute(Tuple.of(masterplan))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static List<Envelope> envelopes(RowSet<Row> rows) {
        List<Envelope> updates = new ArrayList<>(rows.size());
        for (Row row : rows) {
            updates.add(Envelope.of(stored(row), row.getString("data")));
        }
        return updates;
    }

    private static Envelope.Stored stored(Row row) {
        return new Envelope.Stored(
                row.getUUID("session_id"),
                row.getLong("seq"),
                row.getString("id"),
                row.getUUID("masterplan_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getOffsetDateTime("time").toInstant(),
                row.getString("trace_id"));
    }
}
