package dev.masterplan.local.out;

/** The folder for the program can't be used; nothing in it was touched. */
public final class OutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutException(String message) {
        super(message);
    }
}
