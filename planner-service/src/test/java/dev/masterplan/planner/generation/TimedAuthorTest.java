package dev.masterplan.planner.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.analysis.Finding;
import dev.masterplan.planner.analysis.Prices;
import dev.masterplan.planner.masterplan.PlanOrder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimedAuthorTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void shouldTellAnAuthorThatBreaksOffFromTroubleWithTheDatabase() {
        // Given
        TimedAuthor author = new TimedAuthor(new BrokenAuthor(), config(), metrics);

        // When
        Throwable failure = catchThrowable(() -> author.read(new UUID(0, 1), "# Notes"));

        // Then
        assertThat(failure)
                .isInstanceOf(AuthorBrokeOff.class)
                .hasMessageContaining("IllegalStateException")
                .hasMessageNotContaining("secret");
        assertThat(metrics.timer("masterplan.discovery.duration").count()).isEqualTo(1);
    }

    private static PlannerConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(PlannerConfig.class)
                .build()
                .getConfigMapping(PlannerConfig.class);
    }

    private static final class BrokenAuthor implements PlanAuthor {

        @Override
        public Discovery read(UUID messageId, String brief) {
            throw new IllegalStateException("secret inside");
        }

        @Override
        public PlanDocument plan(Discovery discovery) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<TestSpecification> specify(Discovery discovery, PlanDocument plan) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Prices prices(PlanDocument plan, PlanOrder order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Finding> unwritten(Discovery discovery, PlanDocument plan) {
            throw new UnsupportedOperationException();
        }
    }
}
