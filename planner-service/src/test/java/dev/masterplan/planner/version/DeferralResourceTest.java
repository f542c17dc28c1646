package dev.masterplan.planner.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DeferralResourceTest {

    private static final String UNCOVERED = Talk.example("notes") + "- Notes are translated into French by magic.\n";

    private static String untouched;

    @Test
    void shouldBlockApprovalUntilTheUncoveredMustIsDeferred() {
        // Given
        String plan = Talk.plan(UNCOVERED, "DRAFT");

        // When
        ValidatableResponse blocked = post(plan, "approve", "{}");
        post(plan, "requirements/defer", "{\"requirements\": \"all\", \"reason\": \"next year\"}")
                .statusCode(200)
                .body("analysis.errors", hasSize(0));

        // Then
        problem(blocked, 409).body("errors.code", hasItem("not_covered"));
        post(plan, "approve", "{}")
                .statusCode(200)
                .body("discovery.requirements.coverage.state", hasItem("DEFERRED"))
                .body("discovery.requirements.coverage.by", hasItem("ann"));
    }

    @Test
    void shouldPlanAgainWhenACoveredRequirementIsDeferred() {
        // Given
        String plan = Talk.plan(Talk.example("notes"), "DRAFT");
        int tests = Gateway.as("ann").get("/api/v1/masterplans/{id}", plan).path("tests.size()");

        // When
        ValidatableResponse deferred =
                post(plan, "requirements/defer", "{\"requirements\": [\"R-003\"], \"reason\": \"later\"}");

        // Then
        int left = deferred.statusCode(200)
                .body("analysis.errors", hasSize(0))
                .extract()
                .path("tests.size()");
        assertThat(left).isLessThan(tests);
        deferred.body("tests.requirement_key", not(hasItem("R-003")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"requirements": ["R-999"], "reason": "x"} | 422
            {"requirements": [], "reason": "x"}        | 422
            {"requirements": [1], "reason": "x"}       | 422
            {"requirements": "some", "reason": "x"}    | 422
            {"requirements": "all", "reason": " "}     | 422
            {"requirements": "all"}                    | 422
            {"reason": "x"}                            | 422
            {"requirements": "all", "reasons": "x"}    | 422
            {"requirements"                            | 400
            """)
    void shouldRefuseADeferralThatIsNone(String body, int status) {
        // Given
        String plan = draft();

        // When
        ValidatableResponse answer = post(plan, "requirements/defer", body);

        // Then
        problem(answer, status);
    }

    /** A draft that no test changes. */
    private static String draft() {
        if (untouched == null) {
            untouched = Talk.plan(Talk.example("notes"), "DRAFT");
        }
        return untouched;
    }

    private static ValidatableResponse post(String plan, String command, String body) {
        return Gateway.as("ann")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/masterplans/{id}/" + command, plan)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("trace_id", notNullValue())
                .body(not(containsString("dev.masterplan")))
                .body(not(containsString("\tat ")));
    }
}
