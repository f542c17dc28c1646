package dev.masterplan.review;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Set;

/** Stands where the gateway stands: signs who asks. */
public final class Gateway {

    private static final long LIFETIME_SECONDS = 60;

    private Gateway() {}

    /** A request of a person who may do everything. */
    public static RequestSpecification as(String person) {
        return as(person, Set.of("viewer", "operator", "reviewer", "admin"));
    }

    public static RequestSpecification as(String person, Set<String> roles) {
        return given().header("Authorization", "Bearer " + token(person, roles, "review-service"));
    }

    public static String token(String person, Set<String> roles, String audience) {
        return Jwt.upn(person)
                .groups(roles)
                .issuer("masterplan-gateway")
                .audience(audience)
                .expiresIn(LIFETIME_SECONDS)
                .jws()
                .algorithm(SignatureAlgorithm.EDDSA)
                .sign(privateKey());
    }

    private static PrivateKey privateKey() {
        try {
            String pem = Files.readString(Path.of(System.getProperty("masterplan.identity.private-key-location")));
            return KeyUtils.decodePrivateKey(pem, SignatureAlgorithm.EDDSA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
