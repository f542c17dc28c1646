package dev.masterplan.messaging.inbox;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** Drops duplicates on a plain connection, inside the transaction that the caller holds. */
public final class SqlInbox {

    /** Takes consumer and event id; 0 rows = a duplicate. */
    public static final String INSERT =
            "INSERT INTO inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT (consumer, event_id) DO NOTHING";

    private SqlInbox() {}

    /** True for the first time; call it in the transaction of the effect and do nothing when it says false. */
    public static Future<Boolean> firstTime(SqlConnection connection, String consumer, UUID eventId) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(consumer, eventId))
                .map(inserted -> inserted.rowCount() == 1);
    }
}
