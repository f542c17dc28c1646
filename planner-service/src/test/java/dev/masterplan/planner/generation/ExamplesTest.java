package dev.masterplan.planner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.planner.Gateway;
import dev.masterplan.planner.Talk;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExamplesTest {

    /** What a brief that is only partly understood may be blocked by; everything else would be a fault of the plan. */
    private static final Set<String> OF_THE_BRIEF = Set.of("not_covered");

    @ParameterizedTest
    @ValueSource(strings = {"notes", "library", "clinic"})
    void shouldMakeAPlanWithoutFaultsOfItsOwn(String example) {
        // When
        String plan = Talk.plan(Talk.example(example), "DRAFT");

        // Then
        List<String> codes =
                Gateway.as("ann").get("/api/v1/masterplans/{id}", plan).path("analysis.errors.code");
        assertThat(codes).allMatch(OF_THE_BRIEF::contains);
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
}
