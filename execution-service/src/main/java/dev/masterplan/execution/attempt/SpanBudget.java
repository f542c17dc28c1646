package dev.masterplan.execution.attempt;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many spans of attempts a plan may still show. Beyond it an attempt that passes at once is only counted; whatever a
 * person would look for (retries, failures) is shown all the same, and uses the budget up as well.
 */
public final class SpanBudget {

    /** An attempt is two spans: {@code atom}, and in it {@code chat <model>}. */
    private static final int AN_ATTEMPT = 2;

    private final int most;
    private final AtomicInteger used;

    private SpanBudget(int most, int used) {
        this.most = most;
        this.used = new AtomicInteger(used);
    }

    /** @param most spans of attempts; @param attempts that the plan's atoms needed so far */
    public static SpanBudget of(int most, int attempts) {
        return new SpanBudget(most, AN_ATTEMPT * attempts);
    }

    /** @param kept shown whatever the budget says; @return whether the attempt is shown */
    boolean shows(boolean kept) {
        return used.addAndGet(AN_ATTEMPT) <= most || kept;
    }
}
