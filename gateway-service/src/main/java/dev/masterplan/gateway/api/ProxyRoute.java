package dev.masterplan.gateway.api;

import dev.masterplan.gateway.GatewayConfig;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Passes {@code /api/v1/**} on to the service that acts, with an identity that only the gateway can sign. */
@ApplicationScoped
public class ProxyRoute {

    private final GatewayConfig config;
    private final UpstreamClient upstream;
    private final InnerIdentity identity;

    @Inject
    ProxyRoute(GatewayConfig config, UpstreamClient upstream, InnerIdentity identity) {
        this.config = config;
        this.upstream = upstream;
        this.identity = identity;
    }

    void register(@Observes Router router) {
        router.route("/api/*").handler(this::dispatch);
    }

    private void dispatch(RoutingContext routing) {
        String path = routing.request().path();
        if (!path.startsWith(Destination.PREFIX)) {
            ProblemResponse.end(routing, 404, "no such endpoint");
            return;
        }
        switch (Destination.of(path)) {
            case Destination.Own _ -> routing.next();
            case Destination.Unknown _ -> ProblemResponse.end(routing, 404, "no such endpoint");
            case Destination.Ambiguous _ -> ProblemResponse.end(routing, 400, "the path is not in its plain form");
            case Destination.Service to -> forward(routing, to);
        }
    }

    private void forward(RoutingContext routing, Destination.Service to) {
        long limit = limit(to);
        if (announcedLength(routing) > limit) {
            ProblemResponse.end(routing, 413, "body larger than " + limit + " bytes");
            return;
        }
        if (routing.request().headers().contains(HttpHeaders.EXPECT)) {
            routing.response().writeContinue();
        }
        var who = ((QuarkusHttpUser) routing.user()).getSecurityIdentity();
        String jwt = identity.of(to.inner(), who.getPrincipal().getName(), who.getRoles());
        new Forwarding(routing, to, jwt, limit).start(upstream);
    }

    private long limit(Destination.Service to) {
        var size = to.upload() ? config.proxy().maxUpload() : config.proxy().maxBody();
        return size.asLongValue();
    }

    private static long announcedLength(RoutingContext routing) {
        String length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }
}
