package dev.masterplan.gateway.session;

import dev.masterplan.gateway.GatewayConfig;
import dev.masterplan.gateway.api.ProblemResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Knows the caller by {@code Authorization: Bearer <token>} or by the cookie that sign-in gave. */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    private final SignedSession session;
    private final SecurityIdentity owner;
    private final Clock clock = Clock.systemUTC();

    @Inject
    TokenMechanism(SignedSession session, GatewayConfig config) {
        this.session = session;
        this.owner = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(config.session().user()))
                .addRoles(config.session().roles())
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager providers) {
        String authorization = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return bearer(authorization) ? known() : refused();
        }
        Cookie cookie = routing.request().getCookie(session.cookieName());
        return cookie != null && session.isOpen(cookie.getValue(), clock.instant()) ? known() : nobody();
    }

    private boolean bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && session.isToken(authorization.substring(BEARER.length()).strip());
    }

    private Uni<SecurityIdentity> known() {
        return Uni.createFrom().item(owner);
    }

    private static Uni<SecurityIdentity> nobody() {
        return Uni.createFrom().nullItem();
    }

    private static Uni<SecurityIdentity> refused() {
        return Uni.createFrom().failure(new AuthenticationFailedException("wrong token"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext routing) {
        routing.response().putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"masterplan\"");
        ProblemResponse.end(routing, 401, "sign in with the token of the start line");
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }
}
