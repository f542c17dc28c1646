package dev.masterplan.planner.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseTroubleTest {

    @ParameterizedTest
    @MethodSource("passing")
    void shouldTryAgainWhenTheDatabaseIsInTrouble(Throwable failure) {
        assertThat(DatabaseTrouble.in(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void shouldNotTryAgainWhenItWouldFailEachTime(Throwable failure) {
        assertThat(DatabaseTrouble.in(failure)).isFalse();
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                new IOException("connection reset"),
                new CompletionException(new ConnectException("refused")),
                new PersistenceException("could not execute", refused("08006")),
                new PersistenceException("could not execute", refused("40P01")),
                refused("53300"),
                refused("57P01"),
                new VertxException("Connection was closed"),
                new TimeoutException(),
                new OptimisticLockException());
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new IllegalStateException("an answer is no work"),
                new NullPointerException(),
                new ArrayIndexOutOfBoundsException(1),
                new PersistenceException("could not execute", refused("22P05")),
                refused("23505"),
                refused("42P01"));
    }

    private static PgException refused(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, null);
    }
}
