package dev.masterplan.languagemodel.endpoint;

/** A key was promised in a file, and is not there. */
public final class KeyFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyFileException(String text, Throwable cause) {
        super(text, cause);
    }
}
