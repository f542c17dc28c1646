package dev.masterplan.gateway.live;

import dev.masterplan.gateway.GatewayConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One session as the connections of this gateway follow it: read once from the journal, given to all.
 *
 * <p>Lives on the hub's context only. The newest updates stay in a bounded ring; whoever missed more reads the journal.
 */
final class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);

    private final UUID session;
    private final JournalRepository journal;
    private final GatewayConfig.Live bounds;
    private final LiveHub hub;
    private final Set<Follower> followers = new LinkedHashSet<>();
    private final Deque<Envelope> ring = new ArrayDeque<>();
    private long last;
    private boolean reading;
    private boolean again;

    /** @param last number up to which the journal was read */
    Feed(UUID session, long last, JournalRepository journal, GatewayConfig.Live bounds, LiveHub hub) {
        this.session = session;
        this.last = last;
        this.journal = journal;
        this.bounds = bounds;
        this.hub = hub;
    }

    UUID session() {
        return session;
    }

    void join(Follower follower) {
        followers.add(follower);
        advance(follower);
    }

    boolean leave(Follower follower) {
        followers.remove(follower);
        return followers.isEmpty();
    }

    /** Reads what is new; calls during a read are answered by one more read. */
    void wake() {
        if (reading) {
            again = true;
            return;
        }
        reading = true;
        again = false;
        journal.after(session, last, bounds.page())
                .onComplete(page -> hub.run(() -> {
                    reading = false;
                    if (page.failed()) {
                        LOG.warnf("journal not readable, the next poll tries again: %s", page.cause());
                        return;
                    }
                    page.result().forEach(this::distribute);
                    if (again || page.result().size() == bounds.page()) {
                        wake();
                    }
                }));
    }

    private void distribute(Envelope update) {
        last = update.seq();
        ring.addLast(update);
        if (ring.size() > bounds.ring()) {
            ring.removeFirst();
        }
        List.copyOf(followers).forEach(follower -> follower.offerNew(update));
    }

    /** Brings a follower nearer to the present; called again each time it has sent what it had. */
    void advance(Follower follower) {
        if (follower.closed() || follower.hasWaiting()) {
            return;
        }
        if (follower.position() >= last) {
            follower.nowLive();
        } else if (!ring.isEmpty() && ring.peekFirst().seq() <= follower.position() + 1) {
            follower.offerMissed(ring.stream()
                    .filter(update -> update.seq() > follower.position())
                    .toList());
            settle(follower);
        } else {
            journal.after(session, follower.position(), bounds.page())
                    .onSuccess(page -> hub.run(() -> {
                        follower.offerMissed(page);
                        settle(follower);
                    }))
                    .onFailure(failure ->
                            hub.run(() -> follower.close(Follower.COME_BACK, "the journal can't be read now")));
        }
    }

    /** Updates of other plans leave nothing to send, so nothing would call {@link #advance} again. */
    private void settle(Follower follower) {
        if (follower.position() >= last) {
            follower.nowLive();
        } else if (!follower.hasWaiting()) {
            hub.run(() -> advance(follower));
        }
    }
}
