package dev.masterplan.execution.journal;

import dev.masterplan.execution.journal.Statement.Guarded;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Transition;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;

/** A transition in the journal's queue, with what it writes and where its answer goes. */
record Pending(Transition transition, Guarded writes, CompletableFuture<Reply> reply) {

    private static final int ROW_BYTES = 512;

    static Pending of(Transition transition) {
        return new Pending(transition, TransitionSql.of(transition), new CompletableFuture<>());
    }

    /** What it reserves: the worst case of the call that it admits. */
    BigDecimal reserves() {
        return switch (transition) {
            case Transition.Admitted t -> t.worst();
            case Transition.Rejected t ->
                t.next() == null ? BigDecimal.ZERO : t.next().worst();
            default -> BigDecimal.ZERO;
        };
    }

    boolean reserving() {
        return reserves().signum() > 0;
    }

    /** What it frees of the reservation. */
    BigDecimal frees() {
        return switch (transition) {
            case Transition.Answered t -> t.worst();
            case Transition.Lost t -> t.worst();
            case Transition.Withdrawn t -> t.worst();
            default -> BigDecimal.ZERO;
        };
    }

    /** What it books. */
    BigDecimal books() {
        return switch (transition) {
            case Transition.Answered t -> t.cost();
            case Transition.Lost t -> t.worst();
            default -> BigDecimal.ZERO;
        };
    }

    boolean movesMoney() {
        return reserving() || frees().signum() > 0 || books().signum() > 0;
    }

    boolean makesRoom() {
        return frees().signum() > 0 || transition.parts().stream().anyMatch(Transition.LimitsChanged.class::isInstance);
    }

    /** Roughly, for the size of a flush. */
    int bytes() {
        return switch (transition) {
            case Transition.Answered t -> ROW_BYTES + t.answer().length;
            case Transition.Accepted t ->
                ROW_BYTES + (t.file() == null ? 0 : t.file().content().length);
            default -> ROW_BYTES;
        };
    }
}
