package dev.masterplan.backing;

/** PostgreSQL or Kafka can't start or be set up; the message is one line for a person. */
public final class BackingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackingException(String message) {
        super(message);
    }

    BackingException(String message, Throwable cause) {
        super(message, cause);
    }
}
