package dev.masterplan.execution.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.masterplan.execution.confidence.ConfidenceScorer.Check;
import dev.masterplan.messaging.event.WaveCompleted.ConfidenceParts;
import dev.masterplan.messaging.event.WaveCompleted.ReviewNeed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceScorerTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1, 1.0", "1, 0, 1, 1, 0.7", "1, 0, 1, 0.5, 0.65", "0.3, 1, 1, 0.5, 0.67", "0, 0, 0, 0, 0.0"})
    void shouldWeighTheFourParts(
            double validation, double retries, double complexity, double integration, double expected) {
        // Given
        ConfidenceParts parts = new ConfidenceParts(validation, retries, complexity, integration);

        // When
        double score = ConfidenceScorer.score(parts);

        // Then
        assertThat(score).isEqualTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 1", "3, 1", "4, 0.857142", "9, 0.142857", "10, 0", "25, 0"})
    void shouldFallLinearlyFromThreeToTen(int cyclomatic, double expected) {
        // Given
        // When
        double part = ConfidenceScorer.complexity(cyclomatic);

        // Then
        assertThat(part).isEqualTo(expected, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.666666", "3, 0", "4, 0"})
    void shouldCountRetriesOfThree(int retries, double expected) {
        // Given
        // When
        double part = ConfidenceScorer.retries(retries);

        // Then
        assertThat(part).isEqualTo(expected, within(1e-5));
    }

    @Test
    void shouldCountAMissingToolAsThreeTenthsOfItsWeight() {
        // Given
        List<Check> checks = List.of(new Check(2, false, false), new Check(1, true, true));

        // When
        double part = ConfidenceScorer.validation(checks);

        // Then
        assertThat(part).isEqualTo((2 * 0.3 + 1) / 3, within(1e-9));
    }

    @Test
    void shouldSayOneHalfWhenNoTestIsDue() {
        // Given
        // When
        double part = ConfidenceScorer.integration(0, 0);

        // Then
        assertThat(part).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "0.70, false, NONE",
        "0.6999999999999, false, NONE",
        "0.6999, false, MEDIUM",
        "0.50, false, MEDIUM",
        "0.4999, false, HIGH",
        "0.9, true, HIGH"
    })
    void shouldAskForReviewBelowTheThresholds(double confidence, boolean failed, ReviewNeed expected) {
        // Given
        ReviewPolicy policy = new ReviewPolicy(0.70, 0.50);

        // When
        ReviewNeed need = policy.need(confidence, failed);

        // Then
        assertThat(need).isEqualTo(expected);
    }
}
