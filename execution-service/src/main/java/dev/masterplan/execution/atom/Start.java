package dev.masterplan.execution.atom;

import java.math.BigDecimal;

/** Where the work on an atom begins: fresh, or at the durable point that a crash or a cure left. */
public sealed interface Start {

    AttemptKey key();

    record Fresh(AttemptKey key) implements Start {}

    /** ADMITTED: the outcome of the call is unknown. @param worst reserved for it */
    record Admitted(AttemptKey key, BigDecimal worst) implements Start {}

    /** ANSWERED: go on with the stored answer, no call. */
    record Answered(AttemptKey key, byte[] answer) implements Start {}
}
