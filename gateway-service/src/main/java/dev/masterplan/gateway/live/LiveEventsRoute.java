package dev.masterplan.gateway.live;

import dev.masterplan.gateway.GatewayConfig;
import dev.masterplan.gateway.api.ProblemResponse;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** The journal as server-sent events, for programs without a WebSocket; from the start unless told where to go on. */
@ApplicationScoped
public class LiveEventsRoute {

    private final Vertx vertx;
    private final LiveHub hub;
    private final long keepAliveMillis;

    @Inject
    LiveEventsRoute(Vertx vertx, LiveHub hub, GatewayConfig config) {
        this.vertx = vertx;
        this.hub = hub;
        this.keepAliveMillis = config.live().keepAlive().toMillis();
    }

    void register(@Observes Router router) {
        router.get("/api/v1/live/events").handler(this::follow);
    }

    private void follow(RoutingContext routing) {
        Subscription subscription;
        try {
            subscription = Subscription.of(
                    routing.request().getParam("session_id"),
                    routing.request().getParam("masterplan_id"),
                    after(routing));
        } catch (IllegalArgumentException e) {
            ProblemResponse.end(routing, 422, e.getMessage());
            return;
        }
        if (hub.admitted()) {
            stream(routing.response(), subscription);
        } else {
            ProblemResponse.end(routing, 503, "too many live connections");
        }
    }

    private static String after(RoutingContext routing) {
        String last = routing.request().getHeader("Last-Event-ID");
        String asked = last == null ? routing.request().getParam("after") : last;
        return asked == null ? "0" : asked;
    }

    /** Never compressed: a compressor would hold events back until its block is full. */
    private void stream(HttpServerResponse response, Subscription subscription) {
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Follower follower = hub.follow(subscription, new EventSink(response));
        long keepAlive = vertx.setPeriodic(keepAliveMillis, tick -> response.write(": still here\n\n"));
        AtomicBoolean left = new AtomicBoolean();
        Handler<Void> leave = gone -> {
            if (left.compareAndSet(false, true)) {
                vertx.cancelTimer(keepAlive);
                hub.leave(follower);
                hub.released();
            }
        };
        response.closeHandler(leave).endHandler(leave);
    }
}
