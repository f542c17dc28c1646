package dev.masterplan.execution.run;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** Asks like the gateway does: with an identity that only it can sign. */
public final class Gateway {

    private Gateway() {}

    public static RequestSpecification as(String user) {
        return as(user, "operator");
    }

    public static RequestSpecification as(String user, String role) {
        return given().auth().oauth2(token(user, "execution", role)).contentType("application/json");
    }

    public static String token(String user, String audience) {
        return token(user, audience, "operator");
    }

    private static String token(String user, String audience, String role) {
        return Jwt.issuer("masterplan-gateway")
                .audience(audience)
                .upn(user)
                .groups(Set.of(role))
                .expiresIn(Duration.ofSeconds(60))
                .jws()
                .algorithm(SignatureAlgorithm.EDDSA)
                .sign(key());
    }

    private static PrivateKey key() {
        try {
            String pem = Files.readString(Path.of(System.getProperty("masterplan.identity.private-key-location")));
            byte[] der = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
