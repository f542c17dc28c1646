package dev.masterplan.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {

    @ParameterizedTest
    @CsvSource({
        "atom_execution_progress, atom_execution_complete, atom_id",
        "acceptance_test_start, acceptance_test_result, test_id",
        "review_created, review_resolved, review_id",
        "execution_blocked, execution_resumed, execution_id",
    })
    void shouldBeOneSubjectWhenALaterTypeReplacesTheEarlier(String earlier, String later, String key) {
        // Given
        Map<String, Object> data = Map.of(key, "7");

        // When / Then
        assertThat(Subject.of(earlier, data)).isEqualTo(Subject.of(later, data));
        assertThat(Subject.of(earlier, data)).isNotEqualTo(Subject.of(earlier, Map.of(key, "8")));
    }

    @Test
    void shouldKeepEachRoundOfAGateWhenAWaveIsJudgedAgain() {
        assertThat(Subject.of("gate_validation_result", Map.of("wave_id", "w", "round", 0)))
                .isNotEqualTo(Subject.of("gate_validation_result", Map.of("wave_id", "w", "round", 1)));
    }

    @Test
    void shouldBeItsTypeWhenItIsUnknown() {
        assertThat(Subject.of("something_new", Map.of())).isEqualTo("something_new");
    }

    @Test
    void shouldStayShortWhenANameIsHostile() {
        assertThat(Subject.of("message", Map.of("message_id", "x".repeat(10_000))))
                .hasSize(200);
    }
}
