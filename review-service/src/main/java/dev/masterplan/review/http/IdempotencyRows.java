package dev.masterplan.review.http;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of answers to repeated requests, by key and person. */
@Singleton
class IdempotencyRows {

    private static final String FORGET = """
            DELETE FROM idempotency WHERE (key, principal) IN (
                SELECT key, principal FROM idempotency
                WHERE created_at < now() - make_interval(hours => :hours) LIMIT 100 FOR UPDATE SKIP LOCKED)
            """;
    private static final String CLAIM = """
            INSERT INTO idempotency (key, principal, request_hash) VALUES (:key, :principal, :hash)
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND = """
            SELECT request_hash, status, body FROM idempotency WHERE key = :key AND principal = :principal
            """;
    private static final String ANSWERED = """
            UPDATE idempotency SET status = :status, body = :body WHERE key = :key AND principal = :principal
            """;

    /** A request that wants to be carried out once. */
    record Claim(String key, String principal, String requestHash) {}

    /** A stored answer. */
    record Answer(String requestHash, int status, String body) {}

    /** False when somebody has the key already; waits while that request is being served. */
    Uni<Boolean> claim(Claim claim, int hours) {
        return session()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("hours", hours)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(CLAIM)
                                .setParameter("key", claim.key())
                                .setParameter("principal", claim.principal())
                                .setParameter("hash", claim.requestHash())
                                .executeUpdate())
                        .map(inserted -> inserted == 1));
    }

    Uni<Answer> find(Claim claim) {
        return session()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("key", claim.key())
                        .setParameter("principal", claim.principal())
                        .getSingleResult()
                        .map(row -> new Answer((String) row[0], ((Number) row[1]).intValue(), (String) row[2])));
    }

    Uni<Integer> answered(Claim claim, int status, String body) {
        return session()
                .chain(session -> session.createNativeQuery(ANSWERED)
                        .setParameter("status", status)
                        .setParameter("body", body)
                        .setParameter("key", claim.key())
                        .setParameter("principal", claim.principal())
                        .executeUpdate());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
