package dev.masterplan.gateway.api;

import dev.masterplan.messaging.event.Json;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Writes a {@link Problem} on a route. A response that has begun is cut off instead, so that it can't look whole. */
public final class ProblemResponse {

    private ProblemResponse() {}

    /** Ends the request with a problem of that status. */
    public static void end(RoutingContext routing, int status, String detail) {
        end(routing, status, detail, traceId());
    }

    static void end(RoutingContext routing, int status, String detail, String traceId) {
        var response = routing.response();
        if (response.headWritten()) {
            routing.request().connection().close();
            return;
        }
        if (status == 413) {
            response.putHeader(HttpHeaderNames.CONNECTION, "close");
        }
        response.headers().remove(HttpHeaderNames.CONTENT_LENGTH).remove(HttpHeaderNames.CONTENT_ENCODING);
        response.setStatusCode(status)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(
                        Json.write(Problem.of(status, detail, routing.request().path(), traceId))));
    }

    /** Trace of the request that is being handled. */
    public static String traceId() {
        return Span.current().getSpanContext().getTraceId();
    }
}
