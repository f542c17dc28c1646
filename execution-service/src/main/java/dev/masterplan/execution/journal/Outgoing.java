package dev.masterplan.execution.journal;

import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.outbox.OutboxMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Outbox rows of one flush: one per run with all its live updates, domain events one each. */
final class Outgoing {

    private Outgoing() {}

    static List<OutboxMessage> of(List<Transition> done) {
        List<OutboxMessage> messages = new ArrayList<>();
        Map<RunRef, List<LiveUpdate>> live = new LinkedHashMap<>();
        for (Transition transition :
                done.stream().flatMap(t -> t.parts().stream()).toList()) {
            RunRef run = transition.run();
            if (!transition.says().live().isEmpty()) {
                live.computeIfAbsent(run, r -> new ArrayList<>())
                        .addAll(transition.says().live());
            }
            transition
                    .says()
                    .events()
                    .forEach(e -> messages.add(OutboxMessage.event(
                            UUID.randomUUID(), e.topic(), run.masterplanId(), run.traceparent(), e.body())));
        }
        live.forEach((run, updates) -> messages.add(OutboxMessage.live(
                UUID.randomUUID(), run.sessionId(), run.masterplanId(), run.traceparent(), updates)));
        return messages;
    }
}
