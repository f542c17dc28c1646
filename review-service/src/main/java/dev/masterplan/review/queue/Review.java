package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.ReviewCreated;
import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.messaging.event.ReviewResolved;
import dev.masterplan.review.queue.ReviewState.Decided;
import dev.masterplan.review.queue.ReviewState.Draft;
import dev.masterplan.review.queue.ReviewState.Open;
import dev.masterplan.review.queue.ReviewState.Pending;
import dev.masterplan.review.queue.ReviewState.Resolved;
import dev.masterplan.review.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A piece that waits for a person. Commands return the changed review with the event that tells of it. */
public record Review(
        UUID id, ReviewOrigin origin, ReviewFacts facts, ReviewState state, Trace trace, Instant createdAt) {

    /** @param traceparent of the work that caused the review, null without a trace */
    public record Trace(String traceId, String traceparent) {}

    /** A changed review and what follows from it. */
    public record Change<E>(Review review, E event) {}

    public static Change<ReviewCreated> create(
            UUID id, ReviewOrigin origin, ReviewFacts facts, Trace trace, Instant at) {
        Review review = new Review(id, origin, facts, new Pending(), trace, at);
        return new Change<>(review, review.created());
    }

    /** The same review with what a later round found. A closed one keeps what it was decided on. */
    public Review refreshed(ReviewFacts newer) {
        return state instanceof Resolved ? this : new Review(id, origin, newer, state, trace, createdAt);
    }

    /**
     * Closes what execution has nothing to do with; an atom's waits until execution has taken its file as decided.
     *
     * @throws Refusal when it does not wait for a decision, or its atom FAILED
     */
    public Change<?> approve(String reviewer, String comment, Instant at) {
        Open open = open("approve");
        if (facts.failed()) {
            throw Refusal.conflict("the atom FAILED: edit its file instead", Map.of("state", stateName()));
        }
        return origin.kind() == ReviewKind.ATOM && origin.executionId() != null
                ? decided(open.approve(reviewer, comment, at), null)
                : resolved(open.close(reviewer, comment, at));
    }

    /**
     * What it was about is in order again.
     *
     * @param by what found it so
     * @throws Refusal when it does not wait for a decision
     */
    public Change<ReviewResolved> mended(String by, String how, Instant at) {
        return resolved(open("mended").mended(by, how, at));
    }

    /** @throws Refusal when it does not wait for a decision, or has no file */
    public Change<ReviewDecided> edit(Draft draft, String reviewer, String comment, Instant at) {
        Open open = open("edit");
        if (origin.kind() != ReviewKind.ATOM || origin.file() == null || origin.executionId() == null) {
            throw Refusal.conflict("a review of kind " + origin.kind() + " has no file to edit");
        }
        return decided(open.edit(draft, reviewer, comment, at), draft);
    }

    /** Execution applied the decision. @throws Refusal when there was none to apply */
    public Change<ReviewResolved> applied(Instant at) {
        return resolved(waiting().applied(at));
    }

    /** Execution refused the decision: back to the person, with the draft. @throws Refusal when there was none */
    public Review refused(List<String> diagnostics) {
        return with(waiting().refused(diagnostics));
    }

    public String stateName() {
        return switch (state) {
            case ReviewState.Pending pending -> "PENDING";
            case ReviewState.InReview inReview -> "IN_REVIEW";
            case Decided decided -> "DECIDED";
            case Resolved resolved -> "RESOLVED";
        };
    }

    private Open open(String command) {
        if (state instanceof Open open) {
            return open;
        }
        throw Refusal.conflict(
                "the review is " + stateName() + ": it does not take " + command, Map.of("state", stateName()));
    }

    private Decided waiting() {
        if (state instanceof Decided decided) {
            return decided;
        }
        throw Refusal.conflict("the review is " + stateName() + ": no decision waits to be applied");
    }

    private Review with(ReviewState next) {
        return new Review(id, origin, facts, next, trace, createdAt);
    }

    private ReviewCreated created() {
        return new ReviewCreated(
                id,
                origin.masterplanId(),
                origin.executionId(),
                origin.sessionId(),
                trace.traceId(),
                origin.kind(),
                facts.atomId(),
                origin.subject(),
                facts.confidence() == null ? 0 : facts.confidence(),
                facts.retries(),
                facts.validationErrors(),
                facts.priority().name().toLowerCase(Locale.ROOT),
                Suggestions.of(origin, facts),
                origin.rehearsal(),
                createdAt);
    }

    /** @param draft what execution has to apply, null = nothing */
    private Change<ReviewDecided> decided(Decided next, Draft draft) {
        ReviewDecided event = new ReviewDecided(
                id,
                origin.masterplanId(),
                origin.executionId(),
                origin.sessionId(),
                trace.traceId(),
                origin.kind(),
                facts.atomId(),
                ReviewDecided.Decision.valueOf(next.choice().name()),
                origin.file(),
                draft == null ? null : draft.content(),
                draft == null ? null : draft.baseHash(),
                next.comment(),
                next.reviewer(),
                origin.rehearsal(),
                next.at());
        return new Change<>(with(next), event);
    }

    private Change<ReviewResolved> resolved(Resolved next) {
        ReviewResolved event = new ReviewResolved(
                id,
                origin.masterplanId(),
                origin.executionId(),
                origin.sessionId(),
                trace.traceId(),
                origin.kind(),
                facts.atomId(),
                ReviewDecided.Decision.valueOf(next.choice().name()),
                next.reviewer(),
                origin.rehearsal(),
                next.at());
        return new Change<>(with(next), event);
    }
}
