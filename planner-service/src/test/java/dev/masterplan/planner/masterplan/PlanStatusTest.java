package dev.masterplan.planner.masterplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanStatusTest {

    @ParameterizedTest
    @CsvSource({
        "GENERATING,     true,  false, false, false",
        "DRAFT,          false, true,  true,  true",
        "APPROVED,       false, false, false, false",
        "REJECTED,       false, false, false, false",
        "NOT_UNDERSTOOD, false, false, false, false",
        "FAILED,         false, false, false, false",
    })
    void shouldTakeExactlyTheCommandsOfItsRow(
            PlanStatus status, boolean generate, boolean approve, boolean reject, boolean defer) {
        // When
        boolean[] taken = {
            status.takes(PlanCommand.GENERATE),
            status.takes(PlanCommand.APPROVE),
            status.takes(PlanCommand.REJECT),
            status.takes(PlanCommand.DEFER)
        };

        // Then
        assertThat(taken).containsExactly(generate, approve, reject, defer);
    }
}
