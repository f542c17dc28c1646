package dev.masterplan.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request as RFC 9457 problem with the trace's id; no stack trace leaves the service. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    @Context
    UriInfo uri;

    @ServerExceptionMapper
    Response problem(Problem problem) {
        Response answer = answer(problem.status(), problem.title(), problem.getMessage(), problem.more());
        return problem.retryAfter() == null
                ? answer
                : Response.fromResponse(answer)
                        .header("Retry-After", problem.retryAfter().toSeconds())
                        .build();
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException malformed) {
        return answer(BAD_REQUEST, "Malformed request", malformed.getOriginalMessage(), Map.of());
    }

    /** Unknown fields and wrong types too: the framework has an answer of its own for them, without a trace. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException malformed) {
        return json(malformed);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return json(malformed);
        }
        Response.StatusType status = failure.getResponse().getStatusInfo();
        return answer(status.getStatusCode(), status.getReasonPhrase(), failure.getMessage(), Map.of());
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException refused) {
        return answer(FORBIDDEN, "Forbidden", "your roles do not allow this", Map.of());
    }

    @ServerExceptionMapper
    Response any(RuntimeException failure) {
        LOG.errorf(failure, "request failed: path=%s", uri.getPath());
        return answer(SERVER_ERROR, "Internal error", "the service could not answer", Map.of());
    }

    private Response answer(int status, String title, String detail, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", uri.getPath());
        body.put("trace_id", Span.current().getSpanContext().getTraceId());
        body.putAll(more);
        return Response.status(status)
                .type("application/problem+json")
                .entity(body)
                .build();
    }
}
