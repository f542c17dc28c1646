package dev.masterplan.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.attempt.RetryLadder.Failure;
import dev.masterplan.execution.attempt.RetryLadder.Step.Attempt;
import dev.masterplan.execution.attempt.RetryLadder.Step.Stop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryLadderTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 0.7", "1, 2, 0.5", "2, 3, 0.3", "3, 4, 0.3"})
    void shouldGrowCoolerWithEachAttempt(int failures, int number, double temperature) {
        // Given
        // When
        RetryLadder.Step step = RetryLadder.next(different(failures), false);

        // Then
        assertThat(step).isEqualTo(new Attempt(number, temperature, false));
    }

    @Test
    void shouldStopAfterThreeRetries() {
        // Given
        // When
        RetryLadder.Step step = RetryLadder.next(different(4), false);

        // Then
        assertThat(step).isInstanceOf(Stop.class);
    }

    @Test
    void shouldTakeTheStrongerModelWhenADiagnosticComesTwice() {
        // Given
        List<Failure> failures = List.of(new Failure("line 3: bad", "a"), new Failure("line 3: bad", "b"));

        // When
        RetryLadder.Step step = RetryLadder.next(failures, false);

        // Then
        assertThat(step).isEqualTo(new Attempt(3, 0.3, true));
    }

    @Test
    void shouldStopWhenDiagnosticAndCodeRepeat() {
        // Given
        List<Failure> failures = List.of(new Failure("line 3: bad", "a"), new Failure("line 3: bad", "a"));

        // When
        RetryLadder.Step step = RetryLadder.next(failures, false);

        // Then
        assertThat(step).isInstanceOf(Stop.class);
    }

    @Test
    void shouldMakeOneAttemptWhenTheAuthorIsDeterministic() {
        // Given
        // When
        RetryLadder.Step step = RetryLadder.next(different(1), true);

        // Then
        assertThat(step).isInstanceOf(Stop.class);
    }

    private static List<Failure> different(int count) {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            failures.add(new Failure("diagnostic " + i, "code " + i));
        }
        return failures;
    }
}
