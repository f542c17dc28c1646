package dev.masterplan.planner;

import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.planner.analysis.Estimator;
import dev.masterplan.planner.analysis.Guidance;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Every threshold of this service. */
@ConfigMapping(prefix = "masterplan.planner")
public interface PlannerConfig {

    /** Longest message in bytes of UTF-8. */
    @WithDefault("262144")
    int maxTextBytes();

    /** Most bytes of UTF-8 that the files of an import may have together. */
    @WithDefault("1048576")
    int maxImportBytes();

    /** Longest name of a session. */
    @WithDefault("200")
    int maxNameLength();

    /** Most items a list answers with at once. */
    @WithDefault("200")
    int maxPageSize();

    /** Messages that are read and planned at once. */
    @WithDefault("2")
    int readers();

    /** How long an answer is kept for a repeated Idempotency-Key. */
    @WithDefault("24")
    int idempotencyHours();

    LimitDefaults limits();

    Sizes guidance();

    Pace pace();

    /** What a plan may spend when nobody says. */
    interface LimitDefaults {
        @WithDefault("50")
        BigDecimal softUsd();

        @WithDefault("100")
        BigDecimal hardUsd();

        @WithDefault("100")
        int maxParallelAtoms();

        default Limits value() {
            return new Limits(softUsd(), hardUsd(), maxParallelAtoms());
        }
    }

    /** Sizes that plans usually have. */
    interface Sizes {
        @WithDefault("3")
        int minSubtasks();

        @WithDefault("7")
        int maxSubtasks();

        @WithDefault("0.15")
        double taskCountTolerance();

        default Guidance value() {
            return new Guidance(minSubtasks(), maxSubtasks(), taskCountTolerance());
        }
    }

    /** Seconds that the estimate reckons with. */
    interface Pace {
        @WithDefault("3")
        double preparation();

        @WithDefault("0.1")
        double atom();

        @WithDefault("0.5")
        double wave();

        @WithDefault("0.05")
        double test();

        default Estimator.Pace value() {
            return new Estimator.Pace(preparation(), atom(), wave(), test());
        }
    }
}
