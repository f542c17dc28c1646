package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.messaging.plan.Priority;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateSTest {

    private static final GateThresholds STANDARD = GateThresholds.standard();

    @ParameterizedTest(name = "MUST {0}/{1} SHOULD {2}/{3} open: {4}")
    @CsvSource({
        "1, 1, 0, 0, true",
        "8, 8, 1, 1, true",
        "7, 8, 1, 1, false",
        "99, 100, 0, 0, false",
        "0, 1, 0, 0, false",
        "5, 5, 19, 20, true",
        "5, 5, 18, 20, false",
        // with 19 SHOULD tests 95 % means that none may fail
        "5, 5, 19, 19, true",
        "5, 5, 18, 19, false",
        "5, 5, 38, 40, true",
        "5, 5, 37, 40, false",
        "5, 5, 949, 1000, false",
        "5, 5, 950, 1000, true",
        "0, 0, 1, 1, true",
        "0, 0, 0, 1, false",
    })
    void shouldOpenExactlyFromBothThresholdsOn(
            int mustPassed, int mustTotal, int shouldPassed, int shouldTotal, boolean open) {
        // Given
        List<DueResult> due = new ArrayList<>(results(Priority.MUST, mustPassed, mustTotal));
        due.addAll(results(Priority.SHOULD, shouldPassed, shouldTotal));
        // When
        GateVerdict verdict = GateS.judge(due, STANDARD);
        // Then
        assertThat(verdict).isInstanceOf(open ? GateVerdict.Open.class : GateVerdict.Blocked.class);
    }

    @Test
    void shouldCountARateOverNoTestsAsOne() {
        assertThat(GateS.judge(results(Priority.MUST, 1, 1), STANDARD)).isEqualTo(new GateVerdict.Open(1, 1));
        assertThat(GateRates.of(List.of())).isEqualTo(new GateRates(0, 0, 0, 0));
        assertThat(GateRates.of(List.of()).shouldRate()).isOne();
    }

    @Test
    void shouldNameTheFailedRequirementsMustFirst() {
        // Given
        List<DueResult> due = List.of(
                new DueResult("T-002-1", "R-002", Priority.SHOULD, false),
                new DueResult("T-009-2", "R-009", Priority.MUST, false),
                new DueResult("T-009-1", "R-009", Priority.MUST, false),
                new DueResult("T-001-1", "R-001", Priority.MUST, true));
        // When
        GateVerdict verdict = GateS.judge(due, STANDARD);
        // Then
        assertThat(verdict)
                .isEqualTo(new GateVerdict.Blocked(List.of(
                        new FailedRequirement("R-009", Priority.MUST, List.of("T-009-1", "T-009-2")),
                        new FailedRequirement("R-002", Priority.SHOULD, List.of("T-002-1")))));
    }

    @Test
    void shouldNotApplyWhenNothingIsDue() {
        assertThat(GateS.judge(List.of(), STANDARD)).isInstanceOf(GateVerdict.NotApplicable.class);
    }

    @ParameterizedTest
    @CsvSource({"0.9999, 0.95", "1.0, 0.9499", "1.0, 1.01", "1.01, 0.95", "NaN, 0.95", "1.0, NaN"})
    void shouldOnlyLetThresholdsBeRaised(double must, double should) {
        assertThatThrownBy(() -> new GateThresholds(must, should)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldHoldARaisedShouldThreshold() {
        List<DueResult> due = results(Priority.SHOULD, 19, 20);
        assertThat(GateS.judge(due, new GateThresholds(1, 0.96))).isInstanceOf(GateVerdict.Blocked.class);
    }

    private static List<DueResult> results(Priority priority, int passed, int total) {
        List<DueResult> results = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            results.add(new DueResult("T-%s-%d".formatted(priority, i), "R-" + priority, priority, i < passed));
        }
        return results;
    }
}
