package dev.masterplan.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a service may be started again: three times in sixty seconds. */
final class RestartBudget {

    private static final int TIMES = 3;
    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final Deque<Instant> restarts = new ArrayDeque<>();

    /** True, and counted, when one more restart at {@code now} is within the budget. */
    boolean take(Instant now) {
        while (!restarts.isEmpty() && !restarts.getFirst().isAfter(now.minus(WINDOW))) {
            restarts.removeFirst();
        }
        if (restarts.size() == TIMES) {
            return false;
        }
        restarts.addLast(now);
        return true;
    }
}
