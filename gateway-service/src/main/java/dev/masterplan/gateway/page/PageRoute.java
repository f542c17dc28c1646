package dev.masterplan.gateway.page;

import dev.masterplan.gateway.api.ProblemResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers every address of the page with the page and tells browsers how long to keep what. */
@ApplicationScoped
public class PageRoute {

    private static final String PAGE = "/index.html";
    private static final String ONE_YEAR = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final boolean built =
            Thread.currentThread().getContextClassLoader().getResource("META-INF/resources" + PAGE) != null;

    void register(@Observes Router router) {
        router.route().method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::answer);
    }

    private void answer(RoutingContext routing) {
        switch (PagePath.of(routing.normalizedPath())) {
            case OTHER -> routing.next();
            case ASSET -> keep(routing, ONE_YEAR);
            case FILE -> file(routing);
            case VIEW -> view(routing);
        }
    }

    private void file(RoutingContext routing) {
        if (!built && routing.normalizedPath().equals("/")) {
            withoutPage(routing);
        } else {
            keep(routing, ASK_AGAIN);
        }
    }

    private void view(RoutingContext routing) {
        if (built) {
            routing.reroute(PAGE);
        } else {
            withoutPage(routing);
        }
    }

    /** Written last, over what the file handler chose; a missing file is never kept. */
    private static void keep(RoutingContext routing, String caching) {
        routing.addHeadersEndHandler(head -> {
            boolean found = routing.response().getStatusCode() < 400;
            routing.response().putHeader(HttpHeaders.CACHE_CONTROL, found ? caching : "no-store");
        });
        routing.next();
    }

    private static void withoutPage(RoutingContext routing) {
        ProblemResponse.end(
                routing,
                404,
                "this product was built without its page (Node 20.19 or newer was missing); the API works");
    }
}
