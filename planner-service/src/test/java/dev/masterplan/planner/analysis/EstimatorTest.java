package dev.masterplan.planner.analysis;

import static dev.masterplan.planner.analysis.Plans.chain;
import static dev.masterplan.planner.analysis.Plans.plan;
import static dev.masterplan.planner.analysis.Plans.task;
import static dev.masterplan.planner.analysis.Plans.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.plan.PlanDocument;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class EstimatorTest {

    private static final Prices PRICES = new Prices(new BigDecimal("0.525"), 6, new BigDecimal("100"));

    private final Estimator estimator = new Estimator(new Estimator.Pace(3, 0.1, 0.5, 0.05));

    @Test
    void shouldCountALevelOfTheGraphAsAWave() {
        // Given
        PlanDocument plan = plan(task(1), task(2, 1), task(3, 1), task(4, 2, 3));

        // When
        Estimate estimate = estimator.of(plan, tests(), Prices.nothing());

        // Then
        assertThat(estimate.waves()).isEqualTo(3);
        assertThat(estimate.atoms()).isEqualTo(4);
        assertThat(estimate.tests()).isEqualTo(1);
        assertThat(estimate.costUsd().high()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(estimate.assumptions()).anySatisfy(said -> assertThat(said).contains("no model"));
    }

    @Test
    void shouldSayWhatARehearsalWillBook() {
        // Given
        PlanDocument plan = plan(chain(100));

        // When
        Estimate estimate = estimator.of(plan, tests(), PRICES);

        // Then
        assertThat(estimate.costUsd().low()).isEqualByComparingTo("52.5");
        assertThat(estimate.costUsd().likely()).isEqualByComparingTo("55.65");
        assertThat(estimate.costUsd().high()).isEqualByComparingTo("100");
        assertThat(estimate.assumptions()).anyMatch(said -> said.startsWith("rehearsal: prices are invented, $0.53"));
        assertThat(estimate.assumptions()).noneMatch(said -> said.contains("$0.00"));
    }

    @Test
    void shouldTakeLongerWhenThereIsMoreToDo() {
        // Given
        PlanDocument small = plan(chain(2));
        PlanDocument large = plan(chain(200));

        // When
        double seconds = estimator.of(small, tests(), Prices.nothing()).seconds();

        // Then
        assertThat(seconds).isEqualTo(3 + 2 * 0.1 + 2 * 0.5 + 1.5 * 0.05, org.assertj.core.data.Offset.offset(0.06));
        assertThat(estimator.of(large, tests(), Prices.nothing()).seconds()).isGreaterThan(seconds);
    }

    @Test
    void shouldSayNoWavesWhenTasksWaitForEachOther() {
        // When
        Estimate estimate = estimator.of(plan(task(1, 2), task(2, 1)), tests(), Prices.nothing());

        // Then
        assertThat(estimate.waves()).isZero();
    }
}
