package dev.masterplan.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.masterplan.gateway.Door;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Door.class)
class PageRouteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/runs/0198c0de-0000-7000-8000-000000000001", "/reviews", "/?token=abc"})
    void shouldAnswerWithThePageWhenAnAddressOfThePageIsOpened(String path) {
        assumeThat(BuiltPage.exists())
                .as("only of a product that was built with its pages")
                .isTrue();
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs/1"})
    void shouldSayThatThereIsNoPageWhenItWasNotBuilt(String path) {
        assumeThat(BuiltPage.exists())
                .as("only of a product that was built without its pages")
                .isFalse();
        given().get(path).then().statusCode(404).body("detail", containsString("built without its page"));
    }

    @Test
    void shouldLetBrowsersKeepAFileWhenItsNameChangesWithItsContent() {
        given().get("/assets/fixture.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/missing.js", "/missing.txt"})
    void shouldNotBeKeptWhenAFileIsMissing(String path) {
        given().get(path).then().statusCode(404).header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void shouldNotAnswerWithThePageWhenSomethingIsWrittenToIt() {
        given().post("/runs/1").then().statusCode(404);
    }
}
