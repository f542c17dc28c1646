package dev.masterplan.review.queue;

import dev.masterplan.review.queue.ReviewState.Choice;
import dev.masterplan.review.queue.ReviewState.Decided;
import dev.masterplan.review.queue.ReviewState.Draft;
import dev.masterplan.review.queue.ReviewState.InReview;
import dev.masterplan.review.queue.ReviewState.Pending;
import dev.masterplan.review.queue.ReviewState.Resolved;
import java.time.Instant;
import java.util.List;

/** A {@link ReviewState} flattened, as it is stored and shown; which fields are set follows from the state's name. */
public record StateDocument(
        Choice choice,
        String reviewer,
        String comment,
        String draft,
        String baseHash,
        List<String> diagnostics,
        Instant at) {

    static StateDocument of(ReviewState state) {
        return switch (state) {
            case Pending pending -> new StateDocument(null, null, null, null, null, null, null);
            case InReview s ->
                new StateDocument(
                        null, s.reviewer(), s.comment(), content(s.draft()), base(s.draft()), s.diagnostics(), null);
            case Decided s ->
                new StateDocument(
                        s.choice(), s.reviewer(), s.comment(), content(s.draft()), base(s.draft()), null, s.at());
            case Resolved s -> new StateDocument(s.choice(), s.reviewer(), s.comment(), null, null, null, s.at());
        };
    }

    /** The state of that name. */
    ReviewState state(String name) {
        return switch (name) {
            case "PENDING" -> new Pending();
            case "IN_REVIEW" ->
                new InReview(written(), reviewer, comment, diagnostics == null ? List.of() : diagnostics);
            case "DECIDED" -> new Decided(choice, written(), reviewer, comment, at);
            case "RESOLVED" -> new Resolved(choice, reviewer, comment, at);
            default -> throw new IllegalStateException("no such state: " + name);
        };
    }

    private Draft written() {
        return draft == null ? null : new Draft(draft, baseHash);
    }

    private static String content(Draft draft) {
        return draft == null ? null : draft.content();
    }

    private static String base(Draft draft) {
        return draft == null ? null : draft.baseHash();
    }
}
