package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.event.GateResult.FailedTest;
import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.review.queue.ReviewFacts.Priority;
import java.util.List;

/** The cards of a gate: one for each MUST test that is red after the repair round. */
final class TestCards {

    private TestCards() {}

    static List<Card> of(GateResult gate) {
        return gate.reviewTests().stream()
                .map(test -> new Card(origin(gate, test), facts(test), true))
                .toList();
    }

    private static ReviewOrigin origin(GateResult gate, FailedTest test) {
        return new ReviewOrigin(
                gate.masterplanId(),
                gate.executionId(),
                gate.sessionId(),
                ReviewKind.TEST,
                "test " + test.testId(),
                test.sentence() == null ? test.testId() : test.sentence(),
                null,
                gate.rehearsal());
    }

    private static ReviewFacts facts(FailedTest test) {
        return new ReviewFacts(
                null,
                List.of(),
                false,
                null,
                Priority.HIGH,
                null,
                0,
                List.of(),
                test.requirementKey() == null ? List.of() : List.of(test.requirementKey()),
                test.evidence());
    }
}
