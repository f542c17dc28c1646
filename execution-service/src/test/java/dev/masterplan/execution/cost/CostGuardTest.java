package dev.masterplan.execution.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostGuardTest {

    @ParameterizedTest
    @CsvSource({
        "100, 99.82, 0, 0.18, Fits",
        "100, 99.83, 0, 0.18, Exceeded",
        "100, 50, 49.90, 0.18, Waits",
        "100, 50, 49.82, 0.18, Fits",
        "100, 100, 0, 0, Fits",
        "10, 12, 0, 0.01, Exceeded"
    })
    void shouldDecideByWhatIsSpentAndReserved(
            BigDecimal hard, BigDecimal spent, BigDecimal reserved, BigDecimal worst, String expected) {
        // Given
        Budget budget = new Budget(hard, spent, reserved);

        // When
        BudgetDecision decision = CostGuard.decide(budget, worst);

        // Then
        assertThat(decision.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void shouldSayWhatIsSpentAndWhatTheNextCallMayCost() {
        // Given
        Budget budget = new Budget(new BigDecimal("100"), new BigDecimal("99.98"), BigDecimal.ZERO);

        // When
        BudgetDecision decision = CostGuard.decide(budget, new BigDecimal("0.18"));

        // Then
        assertThat(decision)
                .isInstanceOfSatisfying(
                        BudgetDecision.Exceeded.class,
                        exceeded -> assertThat(exceeded.text())
                                .isEqualTo("Hard limit: $99.98 spent or reserved of $100.00, next call up to $0.18"));
    }

    @ParameterizedTest
    @CsvSource({"39.99, 50, 0", "40, 50, 1", "49.99, 50, 1", "50, 50, 2", "80, 50, 2", "1, 0, 0"})
    void shouldWarnOnceAtEightyPercentAndOnceAtTheSoftLimit(BigDecimal spent, BigDecimal soft, int level) {
        // Given
        // When
        int warning = CostGuard.warning(spent, soft);

        // Then
        assertThat(warning).isEqualTo(level);
    }
}
