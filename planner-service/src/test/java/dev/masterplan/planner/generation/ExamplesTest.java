package dev.masterplan.planner.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.in;

import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every brief of docs/examples, from the chat message to the approved plan. */
@QuarkusTest
class ExamplesTest {

    /** What a brief that is only partly understood may be blocked by; everything else would be a fault of the plan. */
    private static final Set<String> OF_THE_BRIEF = Set.of("not_covered");

    @ParameterizedTest
    @ValueSource(strings = {"notes", "library", "clinic", "shop", "tracker"})
    void shouldBeApprovedOnceWhatIsNotCoveredIsDeferred(String example) {
        // Given
        String plan = Talk.plan(Talk.example(example), "DRAFT");
        ValidatableResponse drafted =
                Gateway.as("ann").get("/api/v1/masterplans/{id}", plan).then();
        drafted.body("analysis.errors.code", everyItem(in(OF_THE_BRIEF)));
        List<String> open =
                drafted.extract().path("discovery.requirements.findAll { it.coverage.state == 'NOT_COVERED' }.key");

        // When
        if (!open.isEmpty()) {
            post(plan, "requirements/defer", "{\"requirements\": \"all\", \"reason\": \"later\"}")
                    .statusCode(200)
                    .body("analysis.errors", empty());
        }
        ValidatableResponse approved = post(plan, "approve", "{\"start\": false}");

        // Then
        approved.statusCode(200).body("status", equalTo("APPROVED"));
        List<String> deferred =
                approved.extract().path("discovery.requirements.findAll { it.coverage.state == 'DEFERRED' }.key");
        assertThat(deferred).isEqualTo(open);
        List<String> tested = approved.extract().path("tests.requirement_key");
        assertThat(tested).isNotEmpty().noneMatch(open::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes", "library"})
    void shouldCoverEverySentenceOfItsOwnExamples(String example) {
        // When
        String plan = Talk.plan(Talk.example(example), "DRAFT");

        // Then
        List<String> states =
                Gateway.as("ann").get("/api/v1/masterplans/{id}", plan).path("analysis.coverage.state");
        assertThat(states).containsOnly("COVERED");
    }

    private static ValidatableResponse post(String plan, String command, String body) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/masterplans/{id}/" + command, plan)
                .then();
    }
}
