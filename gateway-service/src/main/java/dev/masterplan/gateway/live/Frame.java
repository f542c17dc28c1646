package dev.masterplan.gateway.live;

import java.util.List;
import java.util.StringJoiner;

/** Updates written together. */
final class Frame {

    private Frame() {}

    /** A JSON array of envelopes. */
    static String of(List<Envelope> updates) {
        StringJoiner array = new StringJoiner(",", "[", "]");
        updates.forEach(update -> array.add(update.json()));
        return array.toString();
    }

    /** Server-sent events; the id lets a client come back where it was. */
    static String events(List<Envelope> updates) {
        StringBuilder events = new StringBuilder();
        for (Envelope update : updates) {
            events.append("id: ").append(update.seq()).append("\ndata: ");
            events.append(update.json()).append("\n\n");
        }
        return events.toString();
    }
}
