package dev.masterplan.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure of the gateway's own resources becomes a {@link Problem}. */
public class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final HttpServerRequest request;

    @Inject
    ProblemMapper(HttpServerRequest request) {
        this.request = request;
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return malformed(json);
        }
        return problem(e.getResponse().getStatus(), e.getMessage());
    }

    @ServerExceptionMapper
    public Response malformed(JsonProcessingException e) {
        return problem(400, "body is not the expected JSON object: " + firstLine(e.getOriginalMessage()));
    }

    @ServerExceptionMapper
    public Response unexpected(MismatchedInputException e) {
        return malformed(e);
    }

    @ServerExceptionMapper
    public Response failed(Exception e) {
        LOG.errorf(e, "request failed path=%s", request.path());
        return problem(500, "the gateway failed; the log has the reason under this trace_id");
    }

    private Response problem(int status, String detail) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(status, detail, request.path(), ProblemResponse.traceId()))
                .build();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
