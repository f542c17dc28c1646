package dev.masterplan.gateway.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Updates that wait for one connection; never more than its bounds.
 *
 * <p>A slow connection first loses progress of atoms that a newer update of the same atom makes worthless. What is left
 * keeps its order. If that is still too much it must be closed and come back with the last number that it saw. A single
 * update always fits, whatever its size.
 */
final class Waiting {

    private static final String PROGRESS = "atom_execution_progress";

    private final int maxEntries;
    private final long maxBytes;
    private final Deque<Envelope> entries = new ArrayDeque<>();
    private long bytes;

    Waiting(int maxEntries, long maxBytes) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
    }

    /** False when it does not fit even after dropping what is worthless. */
    boolean offer(Envelope update) {
        entries.addLast(update);
        bytes += update.bytes();
        if (full()) {
            conflate();
        }
        return !full();
    }

    private boolean full() {
        return entries.size() > 1 && (entries.size() > maxEntries || bytes > maxBytes);
    }

    private void conflate() {
        Set<String> newer = new HashSet<>();
        for (Iterator<Envelope> backwards = entries.descendingIterator(); backwards.hasNext(); ) {
            Envelope update = backwards.next();
            if (!newer.add(update.subject()) && update.type().equals(PROGRESS)) {
                backwards.remove();
                bytes -= update.bytes();
            }
        }
    }

    /** Takes the oldest updates, at least one if there is any, up to that many bytes. */
    List<Envelope> take(long maxFrameBytes) {
        List<Envelope> frame = new ArrayList<>();
        long size = 0;
        while (!entries.isEmpty()
                && (frame.isEmpty() || size + entries.peekFirst().bytes() <= maxFrameBytes)) {
            Envelope next = entries.removeFirst();
            size += next.bytes();
            frame.add(next);
        }
        bytes -= size;
        return frame;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }
}
