package dev.masterplan.messaging.outbox;

/** The publisher's database connection is of no use any more; it takes a new one. */
final class OutboxTroubleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxTroubleException(String message, Throwable cause) {
        super(message, cause);
    }
}
