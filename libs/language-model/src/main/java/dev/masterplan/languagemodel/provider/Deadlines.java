package dev.masterplan.languagemodel.provider;

import dev.masterplan.languagemodel.Timeouts;
import java.time.Duration;

/** The three limits of a call on the clock. */
final class Deadlines {

    private final Timeouts timeouts;
    private final boolean streamed;
    private final long began = System.nanoTime();
    private long lastSign = began;
    private boolean spoke;

    Deadlines(Timeouts timeouts, boolean streamed) {
        this.timeouts = timeouts;
        this.streamed = streamed;
    }

    /** The first text came. */
    void spoke() {
        spoke = true;
    }

    /** Something came. */
    void alive() {
        lastSign = System.nanoTime();
    }

    long nanosLeft() {
        long now = System.nanoTime();
        long total = left(began, timeouts.total(), now);
        return streamed ? Math.min(total, nearer(now)) : total;
    }

    private long nearer(long now) {
        return spoke ? left(lastSign, timeouts.idle(), now) : left(began, timeouts.firstToken(), now);
    }

    private static long left(long since, Duration limit, long now) {
        return Math.max(0, limit.toNanos() - (now - since));
    }

    /** Which limit it was. */
    String passed() {
        if (left(began, timeouts.total(), System.nanoTime()) == 0) {
            return "no end within " + text(timeouts.total());
        }
        return spoke
                ? "nothing more for " + text(timeouts.idle())
                : "no first word within " + text(timeouts.firstToken());
    }

    private static String text(Duration duration) {
        return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
