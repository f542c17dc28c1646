package dev.masterplan.local.flow;

/** The command ends here, for a reason that one line says. */
public final class StopException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;

    public StopException(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }
}
