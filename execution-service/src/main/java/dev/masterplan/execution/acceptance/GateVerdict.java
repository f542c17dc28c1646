package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.Required;
import java.util.List;

/** What Gate S says after a wave's round. */
public sealed interface GateVerdict {

    /** The next wave may start. Rates are 0..1, 1 over no tests. */
    record Open(double mustRate, double shouldRate) implements GateVerdict {}

    /** Too many due tests fail. */
    record Blocked(List<FailedRequirement> because) implements GateVerdict {
        public Blocked {
            because = Required.copy(because);
        }
    }

    /** Nothing was due. */
    record NotApplicable(String why) implements GateVerdict {}
}
