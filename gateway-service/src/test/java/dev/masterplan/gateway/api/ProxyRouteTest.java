package dev.masterplan.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.gateway.Door;
import dev.masterplan.messaging.event.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Door.class)
class ProxyRouteTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TestHTTPResource
    URI gateway;

    @Test
    void shouldAddASignedIdentityWhenARequestIsPassedOn() throws Exception {
        // Given
        String path = "/api/v1/sessions?limit=2&q=a%20b";

        // When
        given().urlEncodingEnabled(false)
                .header("Authorization", Door.BEARER)
                .cookie("planted", "1")
                .get(path)
                .then()
                .statusCode(200);

        // Then
        assertThat(Door.last().uri()).isEqualTo(path);
        assertThat(Door.last().header("Cookie")).isNull();
        JsonNode claims = verified(Door.last().header("Authorization"));
        assertThat(claims.get("iss").asText()).isEqualTo("masterplan-gateway");
        assertThat(claims.get("aud").toString()).contains("planner-service");
        assertThat(claims.get("upn").asText()).isEqualTo("ada");
        assertThat(claims.get("groups").toString()).contains("operator", "reviewer");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(60);
    }

    @Test
    void shouldContinueTheCallersTraceWhenARequestIsPassedOn() {
        // When
        given().header("Authorization", Door.BEARER)
                .header("traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01")
                .get("/api/v1/sessions")
                .then()
                .statusCode(200);

        // Then
        assertThat(Door.last().header("traceparent"))
                .startsWith("00-" + TRACE_ID + "-")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void shouldPassStatusAndBodyBackWhenTheServiceRefuses() {
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/sessions/refused")
                .then()
                .statusCode(409)
                .header("X-Kept", "yes")
                .header("X-Private", nullValue())
                .header("Set-Cookie", nullValue())
                .header("Content-Security-Policy", containsString("sandbox"))
                .body(equalTo("{\"status\":409}"));
    }

    @Test
    void shouldStreamTheWholeBodyWhenItIsWithinBounds() {
        // Given
        byte[] body = new byte[512 * 1024];

        // When
        given().header("Authorization", Door.BEARER)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/sessions/1/messages")
                .then()
                .statusCode(200);

        // Then
        assertThat(Door.last().length()).isEqualTo(body.length);
        assertThat(Door.last().method()).isEqualTo("POST");
    }

    @Test
    void shouldRefuseWhenTheAnnouncedBodyIsOneByteTooLarge() {
        // Given
        int before = Door.count();

        // When
        given().header("Authorization", Door.BEARER)
                .contentType("application/json")
                .body(new byte[512 * 1024 + 1])
                .post("/api/v1/sessions")
                .then()
                .statusCode(413)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(413))
                .body("trace_id", matchesPattern("[0-9a-f]{32}"));

        // Then
        assertThat(Door.count()).isEqualTo(before);
    }

    @Test
    void shouldRefuseWhenAChunkedBodyGrowsTooLarge() throws Exception {
        // Given
        byte[] body = new byte[600 * 1024];
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1/sessions"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", Door.BEARER)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());

            // Then
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("\"status\":413");
        }
    }

    @Test
    void shouldPassABodyOfUnknownLengthOnWhenAClientWouldRatherSpeakHttp2() throws Exception {
        // Given
        byte[] body = new byte[100_000];
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1/sessions"))
                .version(HttpClient.Version.HTTP_2)
                .header("Authorization", Door.BEARER)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());

            // Then
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Door.last().length()).isEqualTo(body.length);
        }
    }

    @Test
    void shouldSayGatewayTimeoutWhenTheServiceIsSilent() {
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/executions")
                .then()
                .statusCode(504)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", equalTo("execution did not answer in time"))
                .body("trace_id", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void shouldSayBadGatewayWhenTheServiceIsDown() {
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/reviews")
                .then()
                .statusCode(502)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", equalTo("review could not be reached"))
                .body("instance", equalTo("/api/v1/reviews"));
    }

    @Test
    void shouldUseAConnectionAgainWhenABodyWasNotPassedOn() throws Exception {
        // Given
        var refused = HttpRequest.newBuilder(gateway.resolve("/api/v1/reviews"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", Door.BEARER)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[400 * 1024]))
                .build();
        var next = HttpRequest.newBuilder(gateway.resolve("/api/v1/sessions"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", Door.BEARER)
                .timeout(Duration.ofSeconds(10))
                .build();

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 3; i++) {
                int first = client.send(refused, HttpResponse.BodyHandlers.ofString())
                        .statusCode();
                int second =
                        client.send(next, HttpResponse.BodyHandlers.ofString()).statusCode();

                // Then
                assertThat(List.of(first, second)).containsExactly(502, 200);
            }
        }
    }

    @Test
    void shouldCutTheAnswerOffWhenTheServiceBreaksInTheMiddle() {
        // Given
        var request = HttpRequest.newBuilder(gateway.resolve("/api/v1/sessions/broken"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", Door.BEARER)
                .build();

        // When / Then
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(catchThrowable(() -> client.send(request, HttpResponse.BodyHandlers.ofString())))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/unheard", "/api/v1/traces/1", "/api/v2/sessions", "/api/v1/session/unheard"})
    void shouldSayNotFoundWhenNobodyOwnsThePath(String path) {
        given().header("Authorization", Door.BEARER)
                .get(path)
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("trace_id", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void shouldRefuseWhenThePathCanBeReadInTwoWays() {
        given().urlEncodingEnabled(false)
                .header("Authorization", Door.BEARER)
                .get("/api/v1/sessions/%2e%2e/reviews")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE);
    }

    private static JsonNode verified(String authorization) throws GeneralSecurityException, IOException {
        String[] parts = authorization.substring("Bearer ".length()).split("\\.");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey());
        signature.update((parts[0] + "." + parts[1]).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return Json.mapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    private static PublicKey publicKey() throws GeneralSecurityException, IOException {
        String pem = Files.readString(
                Path.of(ConfigProvider.getConfig().getValue("masterplan.identity.public-key-location", String.class)));
        byte[] der = Base64.getDecoder().decode(pem.replaceAll("-----[A-Z ]+-----|\\s", ""));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    }
}
