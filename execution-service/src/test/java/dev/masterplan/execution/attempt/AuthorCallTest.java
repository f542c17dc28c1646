package dev.masterplan.execution.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.codegen.CodeTask;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Waits in seconds before each further call, then what came of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer                                     |                     | Heard    | 0
            busy answer                                | 1                   | Heard    | 1
            busy busy busy answer                      | 1 2 4               | Heard    | 7
            busy:30 busy busy:5 answer                 | 30 2 5              | Heard    | 37
            busy:600 answer                            | 600                 | Heard    | 600
            busy:601 answer                            |                     | GaveUp   | 0
            busy:300 busy:300 answer                   | 300 300             | Heard    | 600
            busy:300 busy:301 answer                   | 300                 | GaveUp   | 300
            busy busy busy busy busy busy busy busy busy busy | 1 2 4 8 16 32 64 128 256 | GaveUp | 511
            refused answer                             |                     | GaveUp   | 0
            busy refused answer                        | 1                   | GaveUp   | 1
            unknown answer                             |                     | Unknown  | 0
            busy:2 unknown answer                      | 2                   | Unknown  | 2
            """)
    void shouldBePatientWithABusyProviderOnly(String replies, String waits, String result, long seconds) {
        // Given
        Seconds time = new Seconds();
        List<Long> calledAt = new ArrayList<>();
        Iterator<String> left = List.of(replies.split(" ")).iterator();
        CodeAuthor author = author(() -> {
            calledAt.add(time.now());
            return reply(left.next());
        });

        // When
        AuthorCall.Result came =
                new AuthorCall(author, TEN_MINUTES, Duration.ofSeconds(1), () -> true, () -> false, time).ask(null);

        // Then
        assertThat(came.getClass().getSimpleName()).isEqualTo(result);
        List<String> waited = new ArrayList<>();
        for (int i = 1; i < calledAt.size(); i++) {
            waited.add(Long.toString(calledAt.get(i) - calledAt.get(i - 1)));
        }
        assertThat(String.join(" ", waited)).isEqualTo(waits == null ? "" : waits);
        assertThat(time.now()).isEqualTo(seconds);
    }

    private static CodeAuthor.Reply reply(String word) {
        String[] parts = word.split(":");
        Duration retryAfter = parts.length == 1 ? null : Duration.ofSeconds(Long.parseLong(parts[1]));
        return switch (parts[0]) {
            case "answer" -> new CodeAuthor.Answer("print()", Usage.none(), BigDecimal.ONE);
            case "busy" -> new CodeAuthor.Failed(new Trouble(Trouble.Kind.BUSY, retryAfter, "429"));
            case "refused" -> new CodeAuthor.Failed(new Trouble(Trouble.Kind.REFUSED, null, "401"));
            case "unknown" -> new CodeAuthor.Failed(new Trouble(Trouble.Kind.UNKNOWN_OUTCOME, null, "reset"));
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** A clock that moves only when somebody waits. */
    private static final class Seconds implements AuthorCall.Waiting {
        private long nanos;

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void park(long more) {
            nanos += more;
        }

        long now() {
            return TimeUnit.NANOSECONDS.toSeconds(nanos);
        }
    }

    private static CodeAuthor busy(Runnable meanwhile) {
        return author(() -> {
            meanwhile.run();
            return reply("busy");
        });
    }

    private static CodeAuthor author(Supplier<CodeAuthor.Reply> replies) {
        return new CodeAuthor() {
            @Override
            public Reply write(CodeTask task) {
                return replies.get();
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
