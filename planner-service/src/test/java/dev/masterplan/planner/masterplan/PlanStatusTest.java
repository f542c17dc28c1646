package dev.masterplan.planner.masterplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanStatusTest {

    @ParameterizedTest
    @CsvSource({
        "GENERATING,     true,  false, false, false, false, false",
        "DRAFT,          false, true,  true,  true,  true,  true",
        "APPROVED,       false, false, false, true,  true,  false",
        "REJECTED,       false, false, false, false, true,  false",
        "NOT_UNDERSTOOD, false, false, false, false, false, false",
        "FAILED,         false, false, false, false, false, false",
        "SUPERSEDED,     false, false, false, false, false, false",
        "DISCARDED,      false, false, false, false, false, false",
    })
    void shouldTakeExactlyTheCommandsOfItsRow(
            PlanStatus status,
            boolean generate,
            boolean approve,
            boolean reject,
            boolean edit,
            boolean redraft,
            boolean discard) {
        // When
        boolean[] taken = {
            status.takes(PlanCommand.GENERATE),
            status.takes(PlanCommand.APPROVE),
            status.takes(PlanCommand.REJECT),
            status.takes(PlanCommand.EDIT),
            status.takes(PlanCommand.REDRAFT),
            status.takes(PlanCommand.DISCARD)
        };

        // Then
        assertThat(taken).containsExactly(generate, approve, reject, edit, redraft, discard);
    }
}
