package dev.masterplan.local.flow;

import java.util.concurrent.CountDownLatch;

/** Stands still until the process is told to end. */
public final class Waiting {

    private Waiting() {}

    public static void forInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
