package dev.masterplan.execution.wave;

import dev.masterplan.execution.attempt.AtomJob;
import java.util.concurrent.atomic.AtomicInteger;

/** How many of a wave's atoms have ended. */
public final class WaveProgress implements AtomJob.Progress {

    private final AtomicInteger ended;
    private final int total;

    public WaveProgress(int ended, int total) {
        this.ended = new AtomicInteger(ended);
        this.total = total;
    }

    @Override
    public int ended() {
        return ended.get();
    }

    @Override
    public int end() {
        return ended.incrementAndGet();
    }

    @Override
    public int total() {
        return total;
    }
}
