package dev.masterplan.gateway.live;

/** The statements of the journal, in the order of a row's life. */
final class JournalSql {

    /** Channel of the notification; its text is the session. */
    static final String CHANNEL = "gateway_live";

    /** Makes the session's counter when it is missing and locks it either way. */
    static final String LOCK = """
            INSERT INTO live_session (session_id) VALUES ($1)
            ON CONFLICT (session_id) DO UPDATE SET last_seq = live_session.last_seq
            RETURNING last_seq
            """;

    /** Runs under {@link #LOCK}, so that it sees every earlier row of the session; $9 is the last number. */
    static final String APPEND = """
            WITH incoming AS (
                SELECT u.*, row_number() OVER (ORDER BY u.ord) AS n
                FROM unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[])
                     WITH ORDINALITY AS u (id, masterplan_id, type, subject, time, trace_id, data, ord)
                WHERE NOT EXISTS (SELECT 1 FROM live_journal j WHERE j.id = u.id)
            ), stored AS (
                INSERT INTO live_journal (session_id, seq, id, masterplan_id, type, subject, time, trace_id, data)
                SELECT $1, $9::bigint + n, id, masterplan_id, type, subject, time, trace_id, data FROM incoming
                RETURNING seq
            ), counted AS (
                UPDATE live_session SET last_seq = (SELECT max(seq) FROM stored)
                WHERE session_id = $1 AND EXISTS (SELECT 1 FROM stored)
            )
            SELECT pg_notify('gateway_live', $1::text) FROM stored LIMIT 1
            """;

    static final String LAST = "SELECT last_seq FROM live_session WHERE session_id = $1";

    static final String SESSION_OF = "SELECT session_id FROM live_journal WHERE masterplan_id = $1 LIMIT 1";

    static final String SESSIONS_OF = """
            SELECT p.id AS masterplan_id, j.session_id FROM unnest($1::uuid[]) AS p (id)
            CROSS JOIN LATERAL (SELECT session_id FROM live_journal WHERE masterplan_id = p.id LIMIT 1) j
            """;

    static final String AFTER = """
            SELECT * FROM (
                SELECT *, sum(octet_length(data)) OVER (ORDER BY seq) - octet_length(data) AS bytes_before
                FROM (SELECT * FROM live_journal WHERE session_id = $1 AND seq > $2 ORDER BY seq LIMIT $3) page
            ) measured WHERE bytes_before < $4 ORDER BY seq
            """;

    static final String SNAPSHOT = """
            SELECT * FROM (
                SELECT DISTINCT ON (subject) * FROM live_journal
                WHERE session_id = $1 AND ($2::uuid IS NULL OR masterplan_id = $2) AND seq <= $3
                ORDER BY subject, seq DESC
            ) newest ORDER BY seq
            """;

    static final String TIMELINE = """
            SELECT * FROM live_journal WHERE masterplan_id = $1 ORDER BY session_id, seq LIMIT $2 OFFSET $3
            """;

    static final String COUNT = "SELECT count(*) FROM live_journal WHERE masterplan_id = $1";

    /** What {@link #SNAPSHOT} could ask for stays; so does the last update of a session, which is newest of its subject. */
    static final String PRUNE = """
            DELETE FROM live_journal WHERE (session_id, seq) IN (
                SELECT session_id, seq FROM live_journal old
                WHERE time < $1 AND EXISTS (
                    SELECT 1 FROM live_journal newer
                    WHERE newer.session_id = old.session_id AND newer.subject = old.subject AND newer.seq > old.seq
                        AND newer.masterplan_id IS NOT DISTINCT FROM old.masterplan_id)
                LIMIT $2)
            """;

    private JournalSql() {}
}
