package dev.masterplan.planner.generation;

/** Dealing with a message failed for another reason than the database; it would fail again. */
final class AuthorBrokeOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuthorBrokeOff(RuntimeException cause) {
        super(
                "Reading or planning broke off inside the engine ("
                        + cause.getClass().getSimpleName() + "). The trace id finds the details in the log.",
                cause);
    }
}
