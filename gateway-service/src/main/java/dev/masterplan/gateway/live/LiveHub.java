package dev.masterplan.gateway.live;

import dev.masterplan.gateway.GatewayConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Brings the journal to the connections of this gateway.
 *
 * <p>All its state lives on one event loop, so nothing is locked. A notification or the poll wakes a session's
 * {@link Feed}; a tick that exists only while something waits sends one frame to each connection that is not busy.
 */
@ApplicationScoped
public class LiveHub {

    private final Vertx vertx;
    private final Context context;
    private final JournalRepository journal;
    private final GatewayConfig.Live bounds;
    private final Counter frames;
    private final Counter slow;
    private final AtomicInteger connections;
    private final Map<UUID, Feed> feeds = new HashMap<>();
    private final Set<Follower> withoutSession = new LinkedHashSet<>();
    private Set<Follower> ready = new LinkedHashSet<>();
    private boolean ticking;
    private boolean resolving;
    private boolean resolveAgain;

    @Inject
    LiveHub(Vertx vertx, JournalRepository journal, GatewayConfig config, MeterRegistry metrics) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.journal = journal;
        this.bounds = config.live();
        this.frames = metrics.counter("masterplan.live.frames");
        this.slow = metrics.counter("masterplan.live.slow.closed");
        this.connections = metrics.gauge("masterplan.live.connections", new AtomicInteger());
    }

    /** Takes a new connection; it hears of its subject until {@link #leave}. */
    Follower follow(Subscription subscription, Sink sink) {
        Follower follower = new Follower(subscription, sink, bounds, this);
        run(() -> begin(follower));
        return follower;
    }

    void leave(Follower follower) {
        run(follower::left);
    }

    /** False when this gateway has as many connections as it may; call {@link #released} for each true. */
    boolean admitted() {
        if (connections.incrementAndGet() > bounds.maxConnections()) {
            connections.decrementAndGet();
            return false;
        }
        return true;
    }

    void released() {
        connections.decrementAndGet();
    }

    /** That session has something new. */
    void wake(UUID session) {
        run(() -> {
            Feed feed = feeds.get(session);
            if (feed != null) {
                feed.wake();
            }
            retryWithoutSession();
        });
    }

    /** Everything may have something new: a notification could have been lost. */
    void wakeAll() {
        run(() -> {
            feeds.values().forEach(Feed::wake);
            retryWithoutSession();
        });
    }

    /** One query for all that wait, however many and however often something is said. */
    private void retryWithoutSession() {
        if (withoutSession.isEmpty()) {
            return;
        }
        if (resolving) {
            resolveAgain = true;
            return;
        }
        resolving = true;
        resolveAgain = false;
        Set<UUID> plans = withoutSession.stream()
                .map(follower -> follower.subscription().masterplanId())
                .collect(Collectors.toSet());
        journal.sessionsOf(plans)
                .onComplete(found -> run(() -> {
                    resolving = false;
                    if (found.succeeded()) {
                        joinThose(found.result());
                    }
                    if (resolveAgain) {
                        retryWithoutSession();
                    }
                }));
    }

    private void joinThose(Map<UUID, UUID> sessions) {
        for (Follower follower : List.copyOf(withoutSession)) {
            UUID session = sessions.get(follower.subscription().masterplanId());
            if (session != null) {
                withoutSession.remove(follower);
                then(follower, journal.last(session), last -> join(follower, session, last, 0));
            }
        }
    }

    private void begin(Follower follower) {
        Subscription asked = follower.subscription();
        if (asked.sessionId() != null) {
            attach(follower, asked.sessionId());
            return;
        }
        then(follower, journal.sessionOf(asked.masterplanId()), session -> {
            if (session == null) {
                waitForFirstUpdate(follower);
            } else {
                attach(follower, session);
            }
        });
    }

    private void waitForFirstUpdate(Follower follower) {
        if (follower.subscription().after() == null) {
            follower.sendSnapshot(0, List.of());
        } else {
            follower.sendNothing();
        }
        withoutSession.add(follower);
    }

    private void attach(Follower follower, UUID session) {
        Long after = follower.subscription().after();
        then(follower, journal.last(session), last -> {
            if (after == null || after > last) {
                snapshot(follower, session, last);
            } else {
                follower.sendNothing();
                join(follower, session, last, after);
            }
        });
    }

    private void snapshot(Follower follower, UUID session, long last) {
        then(follower, journal.snapshot(session, follower.subscription().masterplanId(), last), newest -> {
            follower.sendSnapshot(last, newest);
            join(follower, session, last, last);
        });
    }

    private void join(Follower follower, UUID session, long last, long position) {
        Feed feed = feeds.computeIfAbsent(session, id -> new Feed(id, last, journal, bounds, this));
        follower.attach(feed, position);
        feed.join(follower);
        feed.wake();
    }

    /** Goes on with what the journal answered, back on the hub's loop and only if somebody still listens. */
    private <T> void then(Follower follower, Future<T> read, Consumer<T> next) {
        read.onComplete(answer -> run(() -> {
            if (follower.closed()) {
                return;
            }
            if (answer.failed()) {
                follower.close(Follower.COME_BACK, "the journal can't be read now");
            } else {
                next.accept(answer.result());
            }
        }));
    }

    void forget(Follower follower) {
        ready.remove(follower);
        withoutSession.remove(follower);
        Feed feed = feeds.get(follower.session());
        if (feed != null && feed.leave(follower)) {
            feeds.remove(follower.session());
        }
    }

    /** That follower has something to send at the next tick. */
    void ready(Follower follower) {
        ready.add(follower);
        if (!ticking) {
            ticking = true;
            vertx.setTimer(bounds.tick().toMillis(), tick -> run(this::flush));
        }
    }

    private void flush() {
        ticking = false;
        Set<Follower> now = ready;
        ready = new LinkedHashSet<>();
        now.forEach(Follower::flush);
    }

    void frameSent() {
        frames.increment();
    }

    void slowClosed() {
        slow.increment();
    }

    void run(Runnable work) {
        context.runOnContext(now -> work.run());
    }
}
