package dev.masterplan.gateway.api;

import dev.masterplan.gateway.GatewayConfig;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs who is asking for one inner service: EdDSA, {@code aud} = the service, good for a minute.
 *
 * <p>A signed identity is used again during the first half of its life.
 */
@ApplicationScoped
public class InnerIdentity {

    /** {@code iss} of every identity. */
    public static final String ISSUER = "masterplan-gateway";

    private final PrivateKey key;
    private final Duration lifetime;
    private final Clock clock = Clock.systemUTC();
    private final Map<Inner, Signed> signed = new ConcurrentHashMap<>();

    @Inject
    InnerIdentity(GatewayConfig config) {
        this.key = read(config.identity().privateKeyLocation());
        this.lifetime = config.identity().lifetime();
    }

    /** The compact JWT of that user for that service. */
    String of(Inner inner, String user, Set<String> roles) {
        return signed.compute(inner, (service, last) -> usable(last, user, roles) ? last : sign(service, user, roles))
                .jwt();
    }

    private boolean usable(Signed last, String user, Set<String> roles) {
        return last != null
                && last.user().equals(user)
                && last.roles().equals(roles)
                && clock.instant().isBefore(last.renewAt());
    }

    private Signed sign(Inner inner, String user, Set<String> roles) {
        Instant now = clock.instant();
        String jwt = Jwt.issuer(ISSUER)
                .audience(inner.audience())
                .subject(user)
                .upn(user)
                .groups(roles)
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .algorithm(SignatureAlgorithm.EDDSA)
                .sign(key);
        return new Signed(jwt, user, roles, now.plus(lifetime.dividedBy(2)));
    }

    private static PrivateKey read(Path pem) {
        try {
            String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException e) {
            throw new UncheckedIOException("masterplan.identity.private-key-location is not readable: " + pem, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("no Ed25519 private key in PEM form: " + pem, e);
        }
    }

    private record Signed(String jwt, String user, Set<String> roles, Instant renewAt) {}
}
