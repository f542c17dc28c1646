package dev.masterplan.execution.validation;

import java.util.concurrent.TimeUnit;

/** Elapsed time since a {@code System.nanoTime()}. */
final class Millis {

    private Millis() {}

    static long since(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }
}
