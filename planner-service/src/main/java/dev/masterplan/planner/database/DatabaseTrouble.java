package dev.masterplan.planner.database;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.hibernate.exception.JDBCConnectionException;

/** Tells failures of the database that pass (away, busy, somebody was faster) from those that come again each time. */
public final class DatabaseTrouble {

    /** Classes of SQLSTATE: connection, serialization, resources, not in the right state, operator, system. */
    private static final Pattern PASSING = Pattern.compile("(08|40|53|55|57|58)...");

    private DatabaseTrouble() {}

    /** Whether the same work may succeed later. */
    public static boolean in(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(DatabaseTrouble::is);
    }

    private static boolean is(Throwable failure) {
        return switch (failure) {
            case DatabaseException refused ->
                refused.getSqlState() != null
                        && PASSING.matcher(refused.getSqlState()).matches();
            case VertxException closed -> true;
            case NoStackTraceThrowable poolTimeout -> true;
            case IOException network -> true;
            case TimeoutException slow -> true;
            case JDBCConnectionException away -> true;
            case StaleStateException faster -> true;
            case OptimisticLockException faster -> true;
            default -> false;
        };
    }
}
