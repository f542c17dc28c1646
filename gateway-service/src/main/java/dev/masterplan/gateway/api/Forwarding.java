package dev.masterplan.gateway.api;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import org.jboss.logging.Logger;

/** One request on its way through: both bodies are streamed, so its memory does not grow with them. */
final class Forwarding {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private final RoutingContext routing;
    private final HttpServerRequest request;
    private final Destination.Service to;
    private final String jwt;
    private final BoundedBody body;
    private final long limit;
    private final String traceId;
    private boolean gone;

    Forwarding(RoutingContext routing, Destination.Service to, String jwt, long limit) {
        this.routing = routing;
        this.request = routing.request();
        this.to = to;
        this.jwt = jwt;
        this.limit = limit;
        this.body = new BoundedBody(request, limit);
        this.traceId = ProblemResponse.traceId();
    }

    void start(UpstreamClient upstream) {
        request.pause();
        routing.response().closeHandler(closed -> gone = true);
        upstream.open(to, request.method(), request.uri())
                .compose(this::send)
                .compose(this::answer)
                .onFailure(this::fail);
    }

    private Future<HttpClientResponse> send(HttpClientRequest out) {
        copy(request.headers(), out.headers(), PassedHeaders::inward);
        out.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + jwt);
        out.exceptionHandler(failure -> LOG.debugf(failure, "request to a service broke off"));
        routing.response().closeHandler(closed -> abandon(out));
        return hasBody() ? stream(out) : withoutBody(out);
    }

    /** A body that breaks off must never look whole to the service: the request is reset instead of ended. */
    private Future<HttpClientResponse> stream(HttpClientRequest out) {
        if (!request.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            out.setChunked(true);
        }
        body.pipe().endOnFailure(false).to(out).onFailure(broken -> out.reset(0, broken));
        return out.response();
    }

    private Future<HttpClientResponse> withoutBody(HttpClientRequest out) {
        request.resume();
        return out.send();
    }

    private boolean hasBody() {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private void abandon(HttpClientRequest out) {
        gone = true;
        out.reset();
    }

    private Future<Void> answer(HttpClientResponse in) {
        HttpServerResponse response = routing.response();
        response.setStatusCode(in.statusCode());
        copy(in.headers(), response.headers(), PassedHeaders::outward);
        if (!in.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        return in.pipe().endOnFailure(false).to(response);
    }

    private static void copy(MultiMap from, MultiMap into, BiPredicate<String, List<String>> crosses) {
        List<String> connection = from.getAll(HttpHeaders.CONNECTION);
        from.forEach(header -> {
            if (crosses.test(header.getKey(), connection)) {
                into.add(header.getKey(), header.getValue());
            }
        });
    }

    private void fail(Throwable failure) {
        if (gone) {
            return;
        }
        // What is left of the body is read and dropped, so that the caller's connection can be used again.
        request.resume();
        String service = to.inner().word();
        if (body.exceeded()) {
            ProblemResponse.end(routing, 413, "body larger than " + limit + " bytes", traceId);
        } else if (failure instanceof TimeoutException || failure instanceof ConnectTimeoutException) {
            LOG.warnf("no answer in time service=%s path=%s trace_id=%s", service, request.path(), traceId);
            ProblemResponse.end(routing, 504, service + " did not answer in time", traceId);
        } else {
            LOG.warnf("not reached service=%s path=%s trace_id=%s: %s", service, request.path(), traceId, failure);
            ProblemResponse.end(routing, 502, service + " could not be reached", traceId);
        }
    }
}
