package dev.masterplan.messaging.inbox;

import io.vertx.sqlclient.DatabaseException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a consumer does about a failure; decided here and nowhere else. */
public enum FailureKind {
    /** The event is wrong: dead letter, the partition goes on. */
    POISON,
    /** The world is wrong (database, network, time): the same record again until it works. */
    TROUBLE;

    /** SQLSTATEs of values that the database never takes: class 22 "data exception", not null, check. */
    private static final Pattern BAD_VALUE = Pattern.compile("22...|23502|23514");

    public static FailureKind of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof PoisonEvent || cause instanceof IllegalArgumentException || badValue(cause)) {
            return POISON;
        }
        return TROUBLE;
    }

    private static boolean badValue(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(each -> each instanceof DatabaseException database
                        && database.getSqlState() != null
                        && BAD_VALUE.matcher(database.getSqlState()).matches());
    }
}
