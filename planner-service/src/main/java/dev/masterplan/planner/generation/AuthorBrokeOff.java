package dev.masterplan.planner.generation;

/** The author failed on a message; it would fail again. */
final class AuthorBrokeOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AuthorBrokeOff(RuntimeException cause) {
        super(
                "Reading or planning broke off inside the engine ("
                        + cause.getClass().getSimpleName() + "). The trace id finds the details in the log.",
                cause);
    }
}
