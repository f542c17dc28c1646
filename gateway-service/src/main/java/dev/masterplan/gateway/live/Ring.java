package dev.masterplan.gateway.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest updates of a session without a gap, never more than its bounds; the newest one always fits. */
final class Ring {

    private final int maxEntries;
    private final long maxBytes;
    private final Deque<Envelope> entries = new ArrayDeque<>();
    private long bytes;

    Ring(int maxEntries, long maxBytes) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
    }

    void add(Envelope newest) {
        entries.addLast(newest);
        bytes += newest.bytes();
        while (entries.size() > 1 && (entries.size() > maxEntries || bytes > maxBytes)) {
            bytes -= entries.removeFirst().bytes();
        }
    }

    /** True when it holds all that came after that number. */
    boolean reachesBackTo(long seq) {
        return !entries.isEmpty() && entries.peekFirst().seq() <= seq + 1;
    }

    List<Envelope> after(long seq) {
        return entries.stream().filter(update -> update.seq() > seq).toList();
    }
}
