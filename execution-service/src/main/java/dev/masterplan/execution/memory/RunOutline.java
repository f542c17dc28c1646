package dev.masterplan.execution.memory;

import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Says.Event;
import dev.masterplan.execution.transition.Updates;
import dev.masterplan.messaging.event.ExecutionRunChanged;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.event.Topic;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A run that can't be brought into memory: what its own row says of it, and how its end or its halt is told. */
public record RunOutline(
        RunRef ref,
        RunState state,
        boolean rehearsal,
        int wave,
        int totalWaves,
        int completed,
        int atoms,
        BigDecimal spent) {

    /** Its plan may be what can't be read; then nothing is known of a rehearsal. */
    static RunOutline of(Row row) {
        return new RunOutline(
                RunStore.ref(row),
                RunState.valueOf(row.getString("state")),
                rehearsal(row),
                row.getInteger("wave"),
                row.getInteger("total_waves"),
                row.getInteger("completed"),
                row.getInteger("atoms"),
                row.getBigDecimal("spent"));
    }

    private static boolean rehearsal(Row row) {
        try {
            return RunEvents.rehearsal(RunStore.approved(row));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    public Says changed(RunState to, String reason, String cure, Clock clock) {
        ExecutionRunChanged event = new ExecutionRunChanged(
                ref.id(),
                ref.masterplanId(),
                ref.sessionId(),
                ref.traceId(),
                to,
                reason,
                cure,
                wave,
                totalWaves,
                completed,
                atoms,
                spent,
                rehearsal,
                clock.instant());
        LiveUpdate update = new Updates(ref, rehearsal, clock)
                .of(RunEvents.updateType(state, to), Map.of("state", to.name(), "reason", reason, "cure", cure));
        return new Says(List.of(update), List.of(new Event(Topic.RUN_CHANGED, event)));
    }
}
