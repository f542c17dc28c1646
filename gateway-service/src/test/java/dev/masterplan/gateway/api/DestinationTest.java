package dev.masterplan.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @CsvSource({
        "sessions, PLANNER",
        "sessions/1/messages, PLANNER",
        "masterplans, PLANNER",
        "masterplans/1, PLANNER",
        "masterplans/1/approve, PLANNER",
        "masterplans/1/requirements/defer, PLANNER",
        "engine, PLANNER",
        "masterplans/1/execute, EXECUTION",
        "executions, EXECUTION",
        "executions/1/commands, EXECUTION",
        "executions/1/workspace/file, EXECUTION",
        "cost/1, EXECUTION",
        "reviews, REVIEW",
        "reviews/1/edit, REVIEW",
    })
    void shouldPassOnToTheServiceThatActsWhenAPathNamesIt(String path, Inner expected) {
        // When
        var destination = Destination.of("/api/v1/" + path);

        // Then
        assertThat(destination).isEqualTo(new Destination.Service(expected, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "session/sign-in", "live", "live/events", "masterplans/1/timeline"})
    void shouldAnswerItselfWhenTheGatewayOwnsThePath(String path) {
        assertThat(Destination.of("/api/v1/" + path)).isEqualTo(new Destination.Own());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "session2", "Sessions", "traces/1", "admin", "executionsx/1"})
    void shouldKnowNothingWhenNoServiceOwnsThePath(String path) {
        assertThat(Destination.of("/api/v1/" + path)).isEqualTo(new Destination.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sessions/../reviews",
                "sessions/%2e%2e/reviews",
                "sessions//1",
                "sessions%2F1",
                "sessions/1%5Cx",
                "sessions/..",
                "sessions/1;x=1",
                "sessions/%00"
            })
    void shouldRefuseWhenAPathCanBeReadInTwoWays(String path) {
        assertThat(Destination.of("/api/v1/" + path)).isEqualTo(new Destination.Ambiguous());
    }

    @ParameterizedTest
    @CsvSource({"executions/1/verifications, true", "executions/1/verifications/2, false", "executions/1, false"})
    void shouldAllowALargeBodyOnlyWhenAFolderIsVerified(String path, boolean upload) {
        assertThat(Destination.of("/api/v1/" + path)).isEqualTo(new Destination.Service(Inner.EXECUTION, upload));
    }
}
