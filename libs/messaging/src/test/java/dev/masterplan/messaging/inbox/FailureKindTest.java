package dev.masterplan.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureKindTest {

    @ParameterizedTest
    @MethodSource("failures")
    void shouldTellPoisonFromTrouble(Throwable failure, FailureKind kind) {
        assertThat(FailureKind.of(failure)).isEqualTo(kind);
    }

    static Stream<Object[]> failures() {
        return Stream.of(
                new Object[] {new IllegalArgumentException("missing field: state"), FailureKind.POISON},
                new Object[] {new RuleBrokenException(), FailureKind.POISON},
                new Object[] {new CompletionException(new RuleBrokenException()), FailureKind.POISON},
                new Object[] {refused("22P05"), FailureKind.POISON},
                new Object[] {new RuntimeException("could not execute", refused("22021")), FailureKind.POISON},
                new Object[] {refused("23502"), FailureKind.POISON},
                new Object[] {refused("23514"), FailureKind.POISON},
                new Object[] {refused("23505"), FailureKind.TROUBLE},
                new Object[] {refused("53300"), FailureKind.TROUBLE},
                new Object[] {new IOException("connection reset"), FailureKind.TROUBLE},
                new Object[] {new TimeoutException(), FailureKind.TROUBLE},
                new Object[] {new IllegalStateException("pool closed"), FailureKind.TROUBLE},
                new Object[] {new CompletionException(new IOException()), FailureKind.TROUBLE});
    }

    private static PgException refused(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, null);
    }

    private static final class RuleBrokenException extends RuntimeException implements PoisonEvent {
        private static final long serialVersionUID = 1L;
    }
}
