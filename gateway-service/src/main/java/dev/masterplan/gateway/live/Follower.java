package dev.masterplan.gateway.live;

import dev.masterplan.gateway.GatewayConfig;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One connection and how far it has come. Lives on the hub's context only.
 *
 * <p>At most one frame is on the wire; everything else waits within bounds or the connection is closed.
 */
final class Follower {

    /** Try again later (RFC 6455 registry). */
    static final int COME_BACK = 1013;

    private static final Logger LOG = Logger.getLogger(Follower.class);

    private final Subscription subscription;
    private final Sink sink;
    private final GatewayConfig.Live bounds;
    private final LiveHub hub;
    private final Waiting waiting;
    private Feed feed;
    private long position;
    private boolean catchingUp = true;
    private boolean sending;
    private boolean closed;

    Follower(Subscription subscription, Sink sink, GatewayConfig.Live bounds, LiveHub hub) {
        this.subscription = subscription;
        this.sink = sink;
        this.bounds = bounds;
        this.hub = hub;
        this.waiting = new Waiting(bounds.maxWaiting(), bounds.maxWaitingBytes().asLongValue());
    }

    Subscription subscription() {
        return subscription;
    }

    UUID session() {
        return feed == null ? null : feed.session();
    }

    long position() {
        return position;
    }

    boolean closed() {
        return closed;
    }

    boolean hasWaiting() {
        return sending || !waiting.isEmpty();
    }

    /** From now on it belongs to that feed, having everything up to that number. */
    void attach(Feed to, long seq) {
        feed = to;
        position = seq;
    }

    void nowLive() {
        catchingUp = false;
    }

    /** Takes updates that were missed, as many as half of its bounds allow; the rest is read again later. */
    void offerMissed(List<Envelope> missed) {
        long bytes = 0;
        for (Envelope update : missed) {
            if (bytes > bounds.maxWaitingBytes().asLongValue() / 2) {
                return;
            }
            bytes += update.bytes();
            accept(update);
        }
    }

    /** Takes an update that has just been stored; ignored while older ones are still on their way. */
    void offerNew(Envelope update) {
        if (!catchingUp) {
            accept(update);
        }
    }

    private void accept(Envelope update) {
        if (closed || update.seq() <= position) {
            return;
        }
        position = update.seq();
        if (subscription.masterplanId() != null && !subscription.masterplanId().equals(update.masterplanId())) {
            return;
        }
        if (waiting.offer(update)) {
            hub.ready(this);
        } else {
            hub.slowClosed();
            close(COME_BACK, "too slow; subscribe again after the last seq");
        }
    }

    void sendSnapshot(long seq, List<Envelope> newest) {
        sending = true;
        sink.snapshot(seq, newest).onComplete(sent -> hub.run(() -> sent(sent.cause())));
    }

    void sendNothing() {
        sending = true;
        sink.updates(List.of()).onComplete(sent -> hub.run(() -> sent(sent.cause())));
    }

    /** Sends one frame unless one is still on the wire. */
    void flush() {
        if (closed || sending || waiting.isEmpty()) {
            return;
        }
        sending = true;
        hub.frameSent();
        sink.updates(waiting.take(bounds.maxFrame().asLongValue()))
                .onComplete(sent -> hub.run(() -> sent(sent.cause())));
    }

    private void sent(Throwable failure) {
        sending = false;
        if (failure != null) {
            LOG.debugf(failure, "a live connection is gone");
            close(COME_BACK, "not delivered");
        } else if (!waiting.isEmpty()) {
            hub.ready(this);
        } else if (catchingUp && feed != null && !closed) {
            feed.advance(this);
        }
    }

    void close(int code, String reason) {
        if (!closed) {
            sink.close(code, reason);
            left();
        }
    }

    /** The connection is gone, whoever ended it. */
    void left() {
        closed = true;
        hub.forget(this);
    }
}
