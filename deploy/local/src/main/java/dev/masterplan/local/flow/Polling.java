package dev.masterplan.local.flow;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is what was waited for. */
final class Polling {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private Polling() {}

    /** @throws StopException when it takes longer than {@code patience} */
    static <T> T until(String what, Duration patience, Supplier<T> ask, Predicate<T> done) {
        long end = System.nanoTime() + patience.toNanos();
        T answer = ask.get();
        while (!done.test(answer)) {
            if (System.nanoTime() > end) {
                throw new StopException(Exit.ERROR, what + " takes longer than " + patience.toSeconds() + " s");
            }
            pause();
            answer = ask.get();
        }
        return answer;
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopException(Exit.ERROR, "interrupted");
        }
    }
}
