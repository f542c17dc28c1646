package dev.masterplan.languagemodel.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets calls pass as fast as one account may ask. Plans take turns, so that a plan with a hundred waiting calls does not
 * hold up a plan with one; within a plan the first comes first. A pause holds for all.
 */
public final class RateLimiter {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, Deque<Ticket>> waiting = new LinkedHashMap<>();
    private final Bucket requests;
    private final Bucket tokens;
    private final Clock clock;
    private long pausedUntil;

    /** One waiting call. */
    private record Ticket(double tokens, Condition turn) {}

    /** What was let through; give it back by {@link #used}. */
    public record Permit(long tokens) {}

    public RateLimiter(RateLimit limit) {
        this(limit, Clock.REAL);
    }

    RateLimiter(RateLimit limit, Clock clock) {
        this.clock = clock;
        this.requests = new Bucket(limit.ownRequests(), clock.nanos());
        this.tokens = new Bucket(limit.ownTokens(), clock.nanos());
        this.pausedUntil = clock.nanos();
    }

    /**
     * Waits for its turn.
     *
     * @param expected tokens that the call takes at most
     */
    public Permit acquire(UUID plan, long expected) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Ticket ticket = new Ticket(expected, lock.newCondition());
            waiting.computeIfAbsent(plan, key -> new ArrayDeque<>()).add(ticket);
            try {
                await(ticket);
                take(expected);
            } finally {
                leave(plan, ticket);
            }
            return new Permit(expected);
        } finally {
            lock.unlock();
        }
    }

    /** The call is over and took fewer or more tokens than expected. */
    public void used(Permit permit, long actual) {
        lock.lock();
        try {
            tokens.giveBack(permit.tokens() - actual, clock.nanos());
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    /** The provider asked for a pause: nobody asks before it is over. */
    public void pause(Duration duration) {
        lock.lock();
        try {
            pausedUntil = Math.max(pausedUntil, clock.nanos() + duration.toNanos());
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    /** Calls that wait for their turn. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.values().stream().mapToInt(Deque::size).sum();
        } finally {
            lock.unlock();
        }
    }

    private void await(Ticket ticket) throws InterruptedException {
        while (true) {
            if (next() != ticket) {
                ticket.turn().await();
                continue;
            }
            long now = clock.nanos();
            long wait = Math.max(pausedUntil - now, Math.max(requests.wait(1, now), tokens.wait(ticket.tokens(), now)));
            if (wait <= 0) {
                return;
            }
            clock.await(ticket.turn(), wait);
        }
    }

    private void take(long expected) {
        requests.take(1, clock.nanos());
        tokens.take(expected, clock.nanos());
    }

    /** Its plan goes to the end of the row, whether it got its turn or gave up. */
    private void leave(UUID plan, Ticket ticket) {
        Deque<Ticket> own = waiting.remove(plan);
        own.remove(ticket);
        if (!own.isEmpty()) {
            waiting.put(plan, own);
        }
        wakeNext();
    }

    private Ticket next() {
        return waiting.isEmpty() ? null : waiting.values().iterator().next().peek();
    }

    private void wakeNext() {
        Ticket next = next();
        if (next != null) {
            next.turn().signal();
        }
    }
}
