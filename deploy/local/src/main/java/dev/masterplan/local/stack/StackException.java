package dev.masterplan.local.stack;

/** The stack can't start or go on; the message is the one line that a person reads. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
