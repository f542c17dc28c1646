package dev.masterplan.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.codegen.CodeTask;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AuthorCallTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    @Timeout(5)
    void shouldNotWaitForABusyProviderWhenSomebodyAsks() {
        // Given
        AtomicBoolean asked = new AtomicBoolean();
        AtomicInteger calls = new AtomicInteger();
        CodeAuthor busy = busy(() -> {
            calls.incrementAndGet();
            asked.set(true);
        });

        // When
        AuthorCall.Result result =
                new AuthorCall(busy, TEN_MINUTES, Duration.ofMinutes(1), () -> true, asked::get).ask(null);

        // Then
        assertThat(result).isInstanceOf(AuthorCall.Stopped.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    @Timeout(5)
    void shouldSayThatTheRunIsAnothersWhenTheLeaseIsLostWhileWaiting() {
        // Given
        AtomicBoolean owner = new AtomicBoolean(true);
        CodeAuthor busy = busy(() -> owner.set(false));

        // When
        AuthorCall.Result result =
                new AuthorCall(busy, TEN_MINUTES, Duration.ofMinutes(1), owner::get, () -> true).ask(null);

        // Then
        assertThat(result).isInstanceOf(AuthorCall.NotOwner.class);
    }

    private static CodeAuthor busy(Runnable meanwhile) {
        return new CodeAuthor() {
            @Override
            public Reply write(CodeTask task) {
                meanwhile.run();
                return new Trouble(Kind.BUSY, null, "busy");
            }

            @Override
            public boolean deterministic() {
                return false;
            }

            @Override
            public BigDecimal worstCase(CodeTask task) {
                return BigDecimal.ONE;
            }
        };
    }
}
