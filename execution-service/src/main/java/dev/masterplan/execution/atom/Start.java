package dev.masterplan.execution.atom;

/** Where the work on an atom begins: fresh, or at the durable point that a crash or a cure left. */
public sealed interface Start {

    AttemptKey key();

    record Fresh(AttemptKey key) implements Start {}

    /** ADMITTED, and free: the author is asked again under the same key. */
    record Admitted(AttemptKey key) implements Start {}

    /** ANSWERED: go on with the stored answer, no call. */
    record Answered(AttemptKey key, byte[] answer) implements Start {}
}
