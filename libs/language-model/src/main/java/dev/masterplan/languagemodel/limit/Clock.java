package dev.masterplan.languagemodel.limit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Time as the limiter sees it. */
interface Clock {

    Clock REAL = new Clock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void await(Condition condition, long nanos) throws InterruptedException {
            condition.await(nanos, TimeUnit.NANOSECONDS);
        }
    };

    long nanos();

    /** Waits for a signal, at most so long. */
    void await(Condition condition, long nanos) throws InterruptedException;
}
