package dev.masterplan.review.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.messaging.inbox.RequestInbox;
import dev.masterplan.messaging.inbox.RequestInbox.Answer;
import dev.masterplan.messaging.inbox.RequestInbox.KeyReusedException;
import dev.masterplan.messaging.inbox.RequestInbox.Request;
import dev.masterplan.review.ReviewConfig;
import dev.masterplan.review.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.function.Supplier;

/** Carries out a POST in one transaction; with an {@code Idempotency-Key} only once per person and key. */
@RequestScoped
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY = 200;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final SignedIn person;
    private final ObjectMapper json;
    private final RequestInbox inbox;
    private final Duration kept;

    Idempotency(
            HttpHeaders headers,
            UriInfo uri,
            SignedIn person,
            ObjectMapper json,
            RequestInbox inbox,
            ReviewConfig config) {
        this.headers = headers;
        this.uri = uri;
        this.person = person;
        this.json = json;
        this.inbox = inbox;
        this.kept = Duration.ofHours(config.idempotencyHours());
    }

    /**
     * The transaction begins when the result is subscribed to, on whatever context that happens; the request is looked
     * at before.
     *
     * @param body of the request
     * @param work answers with what becomes the response's body
     */
    public <T> Uni<Response> once(int status, Object body, Supplier<Uni<T>> work) {
        Supplier<Uni<Answer>> answered = () -> work.get().map(value -> new Answer(status, written(value)));
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return inTransaction(answered);
        }
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw Refusal.malformed(HEADER + " must have 1 to " + MAX_KEY + " characters");
        }
        Request request = Request.of(key, person.name(), uri.getPath(), written(body));
        return inTransaction(() -> inbox.once(request, kept, answered))
                .onFailure(KeyReusedException.class)
                .transform(reused -> Refusal.invalid("this " + HEADER + " was used for another request"));
    }

    private static Uni<Response> inTransaction(Supplier<Uni<Answer>> work) {
        return Uni.createFrom().deferred(() -> Panache.withTransaction(work)).map(Idempotency::response);
    }

    private static Response response(Answer answer) {
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body())
                .build();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON", e);
        }
    }
}
