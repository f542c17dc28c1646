package dev.masterplan.planner.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.masterplan.planner.refusal.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer; says what is wrong, never how the program looks inside. */
final class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final Map<String, Object> NO_FIELDS = Map.of();

    @ServerExceptionMapper
    Response refusal(Refusal refusal, UriInfo uri) {
        return Problem.of(status(refusal.kind()), refusal.getMessage(), uri.getPath(), refusal.fields());
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case TOO_LARGE -> 413;
            case INVALID -> 422;
        };
    }

    @ServerExceptionMapper({MismatchedInputException.class, ValueInstantiationException.class})
    Response wrongShape(JsonMappingException e, UriInfo uri) {
        return Problem.of(422, WrongShape.of(e), uri.getPath(), NO_FIELDS);
    }

    @ServerExceptionMapper
    Response notJson(JsonProcessingException e, UriInfo uri) {
        return Problem.of(400, "the body is not JSON in UTF-8", uri.getPath(), NO_FIELDS);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof ValueInstantiationException cause) {
            return wrongShape(cause, uri);
        }
        if (e.getCause() instanceof JsonProcessingException cause) {
            return notJson(cause, uri);
        }
        int status = e.getResponse().getStatus();
        return status >= 500 ? unexpected(e, uri) : Problem.of(status, reason(status), uri.getPath(), NO_FIELDS);
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "the request can't be read";
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take this method";
            case 413 -> "the body is larger than is taken";
            case 415 -> "the body must be application/json";
            default -> "the request is refused";
        };
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response notSignedIn(Throwable e, UriInfo uri) {
        return Problem.of(401, "sign in first", uri.getPath(), NO_FIELDS);
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException e, UriInfo uri) {
        return Problem.of(403, "your roles do not allow this", uri.getPath(), NO_FIELDS);
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    Response changedMeanwhile(Throwable e, UriInfo uri) {
        return Problem.of(409, "somebody else changed it meanwhile: read it again", uri.getPath(), NO_FIELDS);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri) {
        LOG.error("request failed", e);
        return Problem.of(500, "something went wrong here; the trace id finds it in the log", uri.getPath(), NO_FIELDS);
    }
}
