package dev.masterplan.gateway.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import dev.masterplan.gateway.Door;
import dev.masterplan.gateway.api.Problem;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Door.class)
class SignInTest {

    @Test
    void shouldGiveACookieNoScriptCanReadWhenTheTokenIsRight() {
        // Given
        String name = new SignedSession(Door.TOKEN).cookieName();

        // When
        String cookie = given().contentType("application/json")
                .body("{\"token\":\"" + Door.TOKEN + "\"}")
                .post("/api/v1/session/sign-in")
                .then()
                .statusCode(200)
                .body("user", equalTo("ada"))
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .extract()
                .cookie(name);

        // Then
        given().cookie(name, cookie)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("user", equalTo("ada"))
                .body("roles", hasItem("reviewer"));
    }

    @Test
    void shouldKnowAProgramWhenItSendsTheToken() {
        given().header("Authorization", Door.BEARER)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("user", equalTo("ada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Basic dXNlcjpwdw==", "nonsense"})
    void shouldRefuseWhenTheTokenIsWrong(String authorization) {
        given().header("Authorization", authorization)
                .get("/api/v1/sessions")
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("trace_id", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/session", "/api/v1/sessions", "/api/v1/live/events", "/api/v1/unheard"})
    void shouldRefuseWhenNobodyIsSignedIn(String path) {
        given().get(path).then().statusCode(401).contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"token\":\"wrong\"} | 401",
                "{\"token\":\"\"} | 422",
                "{} | 422",
                "{\"token\":\"x\",\"more\":1} | 400",
                "{\"token\": | 400",
                "[] | 400",
                "'' | 422",
            })
    void shouldSayWhatIsWrongWhenSignInIsRefused(String body, int status) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/session/sign-in")
                .then()
                .statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("trace_id", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void shouldRefuseWhenAPageOfAnotherOriginAsks() {
        given().header("Authorization", Door.BEARER)
                .header("Origin", "http://evil.example")
                .get("/api/v1/session")
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void shouldRefuseWhenAForeignNameLeadsHere() {
        given().header("Authorization", Door.BEARER)
                .header("Host", "evil.example")
                .get("/api/v1/session")
                .then()
                .statusCode(421)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void shouldForbidForeignScriptsWhenAnythingIsAnswered() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("X-Content-Type-Options", "nosniff");
    }
}
