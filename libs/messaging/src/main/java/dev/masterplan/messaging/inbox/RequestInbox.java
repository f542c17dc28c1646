package dev.masterplan.messaging.inbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Carries out a person's request once per key, in the caller's session and transaction. The key's row is written first, so
 * that a second request with it waits for the first; the answer is stored in the transaction of the effect. The service has
 * the table {@code idempotency}.
 */
@ApplicationScoped
public class RequestInbox {

    private static final String FORGET = """
            DELETE FROM idempotency WHERE (key, principal) IN (
                SELECT key, principal FROM idempotency
                WHERE created_at < now() - make_interval(secs => :seconds) LIMIT 100 FOR UPDATE SKIP LOCKED)
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

    /** A request that wants to be carried out once. @param hash of what is asked for */
    public record Request(String key, String principal, String hash) {

        /** @param what address and body: the same key with another of these is refused */
        public static Request of(String key, String principal, String... what) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (String part : what) {
                    digest.update(part.getBytes(StandardCharsets.UTF_8));
                }
                return new Request(key, principal, HexFormat.of().formatHex(digest.digest()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What the request was answered with. */
    public record Answer(int status, String body) {}

    /** The key stands for another request of this person. */
    public static final class KeyReusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeyReusedException(String key) {
            super("key " + key + " was used for another request");
        }
    }

    /**
     * The answer of the work, or that of the first time; fails with {@link KeyReusedException}.
     *
     * @param kept how long answers are kept
     */
    public Uni<Answer> once(Request request, Duration kept, Supplier<Uni<Answer>> work) {
        return forget(kept)
                .chain(() -> claim(request))
                .chain(mine -> mine ? work.get().call(answer -> keep(request, answer)) : first(request));
    }

    private static Uni<Integer> forget(Duration kept) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("seconds", (double) kept.toSeconds())
                        .executeUpdate());
    }

    /** False when somebody has the key already; waits while that request is being served. */
    private static Uni<Boolean> claim(Request request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM)
                        .setParameter("key", request.key())
                        .setParameter("principal", request.principal())
                        .setParameter("hash", request.hash())
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    private static Uni<Answer> first(Request request) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("key", request.key())
                        .setParameter("principal", request.principal())
                        .getSingleResult())
                .map(row -> {
                    if (!request.hash().equals(row[0])) {
                        throw new KeyReusedException(request.key());
                    }
                    return new Answer(((Number) row[1]).intValue(), (String) row[2]);
                });
    }

    private static Uni<Integer> keep(Request request, Answer answer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ANSWERED)
                        .setParameter("status", answer.status())
                        .setParameter("body", answer.body())
                        .setParameter("key", request.key())
                        .setParameter("principal", request.principal())
                        .executeUpdate());
    }
}
