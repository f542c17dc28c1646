package dev.masterplan.gateway.session;

import dev.masterplan.gateway.GatewayConfig;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;

/** Sign-in and who is signed in. */
@Path("/api/v1/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private final SignedSession session;
    private final GatewayConfig.Session config;
    private final SecurityIdentity identity;
    private final Clock clock = Clock.systemUTC();

    @Inject
    SessionResource(SignedSession session, GatewayConfig config, SecurityIdentity identity) {
        this.session = session;
        this.config = config.session();
        this.identity = identity;
    }

    /** Exchanges the token for a cookie that no script can read and no foreign page can use. */
    @POST
    @Path("sign-in")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(SignIn body, @Context UriInfo uri) {
        if (body == null || body.token() == null || body.token().isBlank()) {
            throw new WebApplicationException("missing field: token", 422);
        }
        if (!session.isToken(body.token().strip())) {
            throw new NotAuthorizedException("wrong token", "Bearer realm=\"masterplan\"");
        }
        return Response.ok(new SignedIn(config.user(), sorted()))
                .cookie(cookie(uri))
                .build();
    }

    @GET
    public SignedIn current() {
        return new SignedIn(
                identity.getPrincipal().getName(),
                identity.getRoles().stream().sorted().toList());
    }

    private List<String> sorted() {
        return config.roles().stream().sorted().toList();
    }

    private NewCookie cookie(UriInfo uri) {
        return new NewCookie.Builder(session.cookieName())
                .value(session.open(clock.instant().plus(config.lifetime())))
                .path("/")
                .maxAge(Math.toIntExact(config.lifetime().toSeconds()))
                .httpOnly(true)
                .secure(uri.getRequestUri().getScheme().equals("https"))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** The token of the start line. */
    public record SignIn(String token) {}

    /** Who is signed in. */
    public record SignedIn(String user, List<String> roles) {}
}
