package dev.masterplan.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartBudgetTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void shouldAllowThreeRestartsWithinAMinute() {
        // Given
        RestartBudget budget = new RestartBudget();

        // When
        boolean three = budget.take(START) && budget.take(START.plusSeconds(1)) && budget.take(START.plusSeconds(2));

        // Then
        assertThat(three).isTrue();
        assertThat(budget.take(START.plusSeconds(3))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true", "61, true"})
    void shouldForgetARestartAfterSixtySeconds(int second, boolean allowed) {
        // Given
        RestartBudget budget = new RestartBudget();
        budget.take(START);
        budget.take(START);
        budget.take(START);

        // When
        boolean fourth = budget.take(START.plusSeconds(second));

        // Then
        assertThat(fourth).isEqualTo(allowed);
    }
}
