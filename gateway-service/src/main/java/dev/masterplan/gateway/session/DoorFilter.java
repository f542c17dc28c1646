package dev.masterplan.gateway.session;

import dev.masterplan.gateway.GatewayConfig;
import dev.masterplan.gateway.api.ProblemResponse;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Stands before everything, WebSocket upgrades too: refuses foreign Hosts and Origins and tells browsers what a page of
 * this origin may do.
 */
@ApplicationScoped
public class DoorFilter {

    /** Above Quarkus' own filters for size (2), CORS (300) and authentication (200). */
    private static final int BEFORE_ALL_OTHERS = 400;

    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    /** Files of a workspace are answered by the API: they are data and never a page of this origin. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final AllowedNames names;

    @Inject
    DoorFilter(GatewayConfig config) {
        var session = config.session();
        this.names = new AllowedNames(
                session.allowedHosts(), session.allowedOrigins().orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ALL_OTHERS);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String host = request.getHeader(HttpHeaders.HOST);
        routing.response()
                .putHeader("Content-Security-Policy", policy(request))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (!names.host(host)) {
            ProblemResponse.end(routing, 421, "this host name is not served here");
        } else if (!names.origin(request.getHeader(HttpHeaders.ORIGIN), host)) {
            ProblemResponse.end(routing, 403, "requests from this origin are refused");
        } else {
            routing.next();
        }
    }

    private static String policy(HttpServerRequest request) {
        String path = request.path();
        return path != null && path.startsWith("/api/") ? DATA_POLICY : PAGE_POLICY;
    }
}
