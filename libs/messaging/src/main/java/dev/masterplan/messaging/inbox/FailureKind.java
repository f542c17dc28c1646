package dev.masterplan.messaging.inbox;

import java.util.concurrent.CompletionException;

/** What a consumer does about a failure; decided here and nowhere else. */
public enum FailureKind {
    /** The event is wrong: dead letter, the partition goes on. */
    POISON,
    /** The world is wrong (database, network, time): the same record again until it works. */
    TROUBLE;

    public static FailureKind of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof PoisonEvent || cause instanceof IllegalArgumentException) {
            return POISON;
        }
        return TROUBLE;
    }
}
