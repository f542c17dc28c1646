package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.MasterPlanApproved.Deferral;
import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.review.queue.ReviewFacts.Priority;
import java.util.List;

/** The cards of an approval: one for each requirement that a person deferred. */
final class RequirementCards {

    private RequirementCards() {}

    static List<Card> of(MasterPlanApproved approved) {
        return approved.deferrals().stream()
                .map(deferral -> new Card(origin(approved, deferral), facts(deferral), true))
                .toList();
    }

    private static ReviewOrigin origin(MasterPlanApproved approved, Deferral deferral) {
        return new ReviewOrigin(
                approved.masterplanId(),
                null,
                approved.sessionId(),
                ReviewKind.REQUIREMENT,
                "requirement " + deferral.requirementId(),
                deferral.sentence() == null ? deferral.requirementKey() : deferral.sentence(),
                null,
                approved.engine().rehearsalSeed() != null);
    }

    private static ReviewFacts facts(Deferral deferral) {
        return new ReviewFacts(
                null,
                List.of(),
                false,
                null,
                Priority.MEDIUM,
                null,
                0,
                List.of(),
                deferral.requirementKey() == null ? List.of() : List.of(deferral.requirementKey()),
                "deferred by " + deferral.by() + ": " + deferral.reason());
    }
}
