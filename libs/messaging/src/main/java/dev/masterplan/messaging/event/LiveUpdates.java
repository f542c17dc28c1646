package dev.masterplan.messaging.event;

import dev.masterplan.messaging.plan.Required;
import java.util.List;

/** Updates of one commit in order; the id of an update is {@code <outbox id>:<index>}. */
public record LiveUpdates(List<LiveUpdate> updates) {
    public LiveUpdates {
        updates = Required.copy(updates);
    }
}
