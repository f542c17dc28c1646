package dev.masterplan.gateway.live;

import dev.masterplan.gateway.GatewayConfig;
import io.vertx.core.Future;
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
    private final Ring ring;
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
        this.ring = new Ring(bounds.ring(), bounds.maxRingBytes().asLongValue());
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
        page(last)
                .onComplete(page -> hub.run(() -> {
                    reading = false;
                    if (page.failed()) {
                        LOG.warnf("journal not readable, the next poll tries again: %s", page.cause());
                        return;
                    }
                    page.result().forEach(this::distribute);
                    if (again || full(page.result())) {
                        wake();
                    }
                }));
    }

    private Future<List<Envelope>> page(long after) {
        return journal.after(
                session, after, bounds.page(), bounds.maxPageBytes().asLongValue());
    }

    private boolean full(List<Envelope> page) {
        return page.size() == bounds.page()
                || page.stream().mapToLong(Envelope::bytes).sum()
                        >= bounds.maxPageBytes().asLongValue();
    }

    private void distribute(Envelope update) {
        last = update.seq();
        ring.add(update);
        List.copyOf(followers).forEach(follower -> follower.offerNew(update));
    }

    /** Brings a follower nearer to the present; called again each time it has sent what it had. */
    void advance(Follower follower) {
        if (follower.closed() || follower.hasWaiting()) {
            return;
        }
        if (follower.position() >= last) {
            follower.nowLive();
        } else if (ring.reachesBackTo(follower.position())) {
            follower.offerMissed(ring.after(follower.position()));
            settle(follower);
        } else {
            page(follower.position())
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
