package dev.masterplan.execution.transition;

import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.Topic;
import java.util.List;

/** What a transition tells the world, if it is done: live updates and domain events, in order. */
public record Says(List<LiveUpdate> live, List<Event> events) {

    /** A domain event before it has an outbox row. */
    public record Event(Topic topic, Object body) {}

    public Says {
        live = List.copyOf(live);
        events = List.copyOf(events);
    }

    public static Says nothing() {
        return new Says(List.of(), List.of());
    }

    public static Says live(LiveUpdate... updates) {
        return new Says(List.of(updates), List.of());
    }
}
