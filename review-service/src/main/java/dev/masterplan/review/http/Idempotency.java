package dev.masterplan.review.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.review.ReviewConfig;
import dev.masterplan.review.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Carries out a POST in one transaction; with an {@code Idempotency-Key} only once per person and key. The key's row is
 * written first, so that a second request with it waits for the first; the answer is stored in the same transaction.
 */
@RequestScoped
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 200;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final SignedIn person;
    private final ObjectMapper json;
    private final IdempotencyRows rows;
    private final ReviewConfig config;

    Idempotency(
            HttpHeaders headers,
            UriInfo uri,
            SignedIn person,
            ObjectMapper json,
            IdempotencyRows rows,
            ReviewConfig config) {
        this.headers = headers;
        this.uri = uri;
        this.person = person;
        this.json = json;
        this.rows = rows;
        this.config = config;
    }

    /**
     * The transaction begins when the result is subscribed to, on whatever context that happens; the request is looked
     * at before.
     *
     * @param body of the request
     * @param work answers with what becomes the response's body
     */
    public <T> Uni<Response> once(int status, Object body, Supplier<Uni<T>> work) {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return Uni.createFrom()
                    .deferred(() ->
                            Panache.withTransaction(() -> work.get().map(answer -> response(status, written(answer)))));
        }
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw Refusal.malformed(HEADER + " must have 1 to " + MAX_KEY + " characters");
        }
        IdempotencyRows.Claim claim = new IdempotencyRows.Claim(key, person.name(), hash(body));
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> rows.claim(claim, config.idempotencyHours())
                        .chain(mine -> mine ? first(claim, status, work) : again(claim))));
    }

    private <T> Uni<Response> first(IdempotencyRows.Claim claim, int status, Supplier<Uni<T>> work) {
        return work.get()
                .map(this::written)
                .call(answer -> rows.answered(claim, status, answer))
                .map(answer -> response(status, answer));
    }

    private Uni<Response> again(IdempotencyRows.Claim claim) {
        return rows.find(claim).map(stored -> {
            if (!stored.requestHash().equals(claim.requestHash())) {
                throw Refusal.invalid("this " + HEADER + " was used for another request");
            }
            return response(stored.status(), stored.body());
        });
    }

    private static Response response(int status, String body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    private String hash(Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(uri.getPath().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(written(body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON", e);
        }
    }
}
