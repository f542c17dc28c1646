package dev.masterplan.review.queue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** State of a review; each has only the transitions that are legal in it. */
public sealed interface ReviewState {

    /** Waits for a person: decisions are taken here and nowhere else. */
    sealed interface Open extends ReviewState {

        /** What the person wrote last, null when there is nothing. */
        Draft draft();

        /** The person is content; execution has to remember it. */
        default Decided approve(String reviewer, String comment, Instant at) {
            return new Decided(Choice.APPROVE, draft(), reviewer, comment, at);
        }

        /** The person is content, and there is nothing that execution would do about it. */
        default Resolved close(String reviewer, String comment, Instant at) {
            return new Resolved(Choice.APPROVE, reviewer, comment, at);
        }

        /** What it was about is in order again, nobody has to decide. */
        default Resolved mended(String by, String how, Instant at) {
            return new Resolved(Choice.MENDED, by, how, at);
        }

        /** The person wrote another file; execution has to try it. */
        default Decided edit(Draft draft, String reviewer, String comment, Instant at) {
            return new Decided(Choice.EDIT, draft, reviewer, comment, at);
        }
    }

    /** Nobody looked at it yet. */
    record Pending() implements Open {
        @Override
        public Draft draft() {
            return null;
        }
    }

    /**
     * A person is at it.
     *
     * @param draft       what the person wrote last, null when an approval was refused before any edit
     * @param diagnostics why execution refused it
     */
    record InReview(Draft draft, String reviewer, String comment, List<String> diagnostics) implements Open {
        public InReview {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Waits for execution's answer. @param draft what is to be applied by an EDIT; else what was written before */
    record Decided(Choice choice, Draft draft, String reviewer, String comment, Instant at) implements ReviewState {
        public Decided {
            Objects.requireNonNull(choice, "choice");
            if (choice == Choice.EDIT) {
                Objects.requireNonNull(draft, "draft");
            }
            Objects.requireNonNull(reviewer, "reviewer");
        }

        public Resolved applied(Instant appliedAt) {
            return new Resolved(choice, reviewer, comment, appliedAt);
        }

        public InReview refused(List<String> diagnostics) {
            return new InReview(draft, reviewer, comment, diagnostics);
        }
    }

    /** Closed for good. */
    record Resolved(Choice choice, String reviewer, String comment, Instant at) implements ReviewState {
        public Resolved {
            Objects.requireNonNull(choice, "choice");
            Objects.requireNonNull(reviewer, "reviewer");
        }
    }

    /** What closes a review: a person's decision, or that nothing is left to decide. */
    enum Choice {
        APPROVE,
        EDIT,
        MENDED
    }

    /**
     * A whole file as a person wants it.
     *
     * @param baseHash sha256 of the file that the edit was made on, null when there was none
     */
    record Draft(String content, String baseHash) {
        public Draft {
            Objects.requireNonNull(content, "content");
        }
    }
}
