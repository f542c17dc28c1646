package dev.masterplan.languagemodel.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RateLimiterTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private final StoppedClock clock = new StoppedClock();
    private final List<String> passed = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    /** Time goes on only when the test says so. */
    private static final class StoppedClock implements Clock {
        private final AtomicLong now = new AtomicLong();

        @Override
        public long nanos() {
            return now.get();
        }

        @Override
        public void await(Condition condition, long nanos) throws InterruptedException {
            condition.await(1, TimeUnit.MILLISECONDS);
        }

        void pass(Duration duration) {
            now.addAndGet(duration.toNanos());
        }
    }

    private RateLimiter limiter(long requests, long tokens, int instances) {
        return new RateLimiter(new RateLimit(requests, tokens, instances), clock);
    }

    private void ask(RateLimiter limiter, UUID plan, String name, long tokens) {
        int before = limiter.waiting();
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                limiter.acquire(plan, tokens);
                passed.add(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        until(() -> limiter.waiting() > before || passed.contains(name));
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private void passes(String... names) {
        until(() -> passed.size() >= names.length);
        assertThat(passed).containsExactly(names);
    }

    @Test
    void shouldLetPlansTakeTurnsWhenOneOfThemHasManyCalls() {
        // Given
        RateLimiter limiter = limiter(1, 1000, 1);
        ask(limiter, A, "a0", 1);
        passes("a0");
        for (String name : List.of("a1", "a2", "a3")) {
            ask(limiter, A, name, 1);
        }
        ask(limiter, B, "b1", 1);

        // When
        for (int i = 0; i < 4; i++) {
            int soFar = passed.size();
            clock.pass(Duration.ofMinutes(1));
            until(() -> passed.size() > soFar);
        }

        // Then
        passes("a0", "a1", "b1", "a2", "a3");
    }

    @Test
    void shouldLetNobodyPassBeforeThePauseIsOver() {
        // Given
        RateLimiter limiter = limiter(100, 1000, 1);
        limiter.pause(Duration.ofSeconds(20));
        ask(limiter, A, "a", 1);
        ask(limiter, B, "b", 1);

        // When
        clock.pass(Duration.ofMillis(19_999));

        // Then
        assertThat(limiter.waiting()).isEqualTo(2);
        clock.pass(Duration.ofMillis(1));
        until(() -> passed.size() == 2);
    }

    @Test
    void shouldWaitForTokensUntilTheyHaveCome() {
        // Given
        RateLimiter limiter = limiter(100, 600, 1);
        ask(limiter, A, "a", 600);
        passes("a");
        ask(limiter, A, "b", 10);

        // When
        clock.pass(Duration.ofMillis(999));

        // Then
        assertThat(limiter.waiting()).isOne();
        clock.pass(Duration.ofMillis(1));
        passes("a", "b");
    }

    @Test
    void shouldGiveBackWhatACallDidNotTake() throws InterruptedException {
        // Given
        RateLimiter limiter = limiter(100, 600, 1);
        RateLimiter.Permit permit = limiter.acquire(A, 600);
        ask(limiter, B, "b", 500);

        // When
        limiter.used(permit, 100);

        // Then
        passes("b");
    }

    @Test
    void shouldLetALargeCallPassWhenTheBucketIsFull() throws InterruptedException {
        // Given
        RateLimiter limiter = limiter(100, 600, 1);

        // When
        limiter.acquire(A, 1200);
        ask(limiter, A, "next", 1);

        // Then
        clock.pass(Duration.ofSeconds(60));
        assertThat(limiter.waiting()).isOne();
        clock.pass(Duration.ofSeconds(1));
        passes("next");
    }

    @Test
    void shouldTakeItsPartWhenSeveralInstancesShareTheAccount() throws InterruptedException {
        // Given
        RateLimiter limiter = limiter(4, 1000, 2);
        limiter.acquire(A, 1);
        limiter.acquire(A, 1);
        ask(limiter, A, "third", 1);

        // When
        clock.pass(Duration.ofSeconds(29));

        // Then
        assertThat(limiter.waiting()).isOne();
        clock.pass(Duration.ofSeconds(1));
        passes("third");
    }

    @Test
    void shouldNotHoldUpOthersWhenOneGivesUp() {
        // Given
        RateLimiter limiter = limiter(1, 1000, 1);
        ask(limiter, A, "a0", 1);
        passes("a0");
        ask(limiter, A, "a1", 1);
        ask(limiter, B, "b1", 1);

        // When
        threads.get(1).interrupt();
        until(() -> limiter.waiting() == 1);
        clock.pass(Duration.ofMinutes(1));

        // Then
        passes("a0", "b1");
    }
}
