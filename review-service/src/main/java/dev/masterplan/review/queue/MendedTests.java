package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.GateResult;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * What a gate says of its run's TEST reviews: where it judged the due tests, a requirement that it does not name as failed
 * passes again. A gate that judged nothing says nothing.
 */
final class MendedTests {

    static final String BY = "Gate S";

    private final GateResult gate;

    MendedTests(GateResult gate) {
        this.gate = gate;
    }

    UUID masterplanId() {
        return gate.masterplanId();
    }

    UUID executionId() {
        return gate.executionId();
    }

    boolean hold(Review review) {
        List<String> requirements = review.facts().requirementKeys();
        return switch (gate.verdict()) {
            case OPEN -> true;
            case BLOCKED -> !requirements.isEmpty() && Collections.disjoint(requirements, gate.failedRequirements());
            case NOT_APPLICABLE, NOT_PROVED, NOT_RUN -> false;
        };
    }

    String how() {
        return "it passes since wave %d, round %d".formatted(gate.wave(), gate.round());
    }
}
