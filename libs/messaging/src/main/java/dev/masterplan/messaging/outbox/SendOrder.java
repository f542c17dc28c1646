package dev.masterplan.messaging.outbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What went to Kafka last, per key: a row may go straight out only behind its predecessor. A key that is unknown or
 * was closed is read from the table first. Used by one thread.
 */
final class SendOrder {

    private static final int REMEMBERED_KEYS = 10_000;

    private final Map<OutboxKey, Long> lastSent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OutboxKey, Long> eldest) {
            return size() > REMEMBERED_KEYS;
        }
    };
    private final Set<UUID> inFlight = new HashSet<>();

    boolean follows(OutboxRow row) {
        Long last = lastSent.get(row.orderedBy());
        return last != null && last == row.sequence() - 1;
    }

    boolean inFlight(UUID id) {
        return inFlight.contains(id);
    }

    boolean idle() {
        return inFlight.isEmpty();
    }

    void sent(OutboxRow row) {
        inFlight.add(row.id());
        lastSent.put(row.orderedBy(), row.sequence());
    }

    /** The row is settled in the table. */
    void settled(UUID id) {
        inFlight.remove(id);
    }

    /** The row did not go out: its key is closed until the table was read. */
    void failed(OutboxRow row) {
        inFlight.remove(row.id());
        lastSent.remove(row.orderedBy());
    }

    void closeAll() {
        lastSent.clear();
    }
}
