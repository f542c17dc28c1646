package dev.masterplan.planner.announce;

import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.outbox.OutboxMessage;
import dev.masterplan.messaging.outbox.PanacheOutbox;
import dev.masterplan.planner.trace.StoredTrace;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts events and live updates into the outbox; they leave when the current transaction commits. */
@Singleton
public class Announcer {

    private final PanacheOutbox outbox;

    Announcer(PanacheOutbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Void> approved(MasterPlanApproved event, StoredTrace trace, List<LiveUpdate> updates) {
        OutboxMessage message = OutboxMessage.event(
                TimeOrderedId.next(), Topic.MASTERPLAN_APPROVED, event.masterplanId(), trace.traceparent(), event);
        return outbox.append(message, message(trace, updates));
    }

    /** @param updates of one session, in the order in which pages show them; not empty */
    public Uni<Void> live(StoredTrace trace, List<LiveUpdate> updates) {
        return outbox.append(message(trace, updates));
    }

    private static OutboxMessage message(StoredTrace trace, List<LiveUpdate> updates) {
        LiveUpdate first = updates.getFirst();
        return OutboxMessage.live(
                TimeOrderedId.next(), first.sessionId(), first.masterplanId(), trace.traceparent(), updates);
    }
}
