package dev.masterplan.execution.acceptance;

/** A folder sent as tar that is not one, is too large, or holds what may not be in it; the message says which. */
public class BadArchiveException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public BadArchiveException(String message) {
        super(message);
    }
}
