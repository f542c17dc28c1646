package dev.masterplan.execution.memory;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.execution.transition.RunRef;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Says.Event;
import dev.masterplan.execution.transition.Updates;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.ExecutionRunChanged;
import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.event.Topic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run's own changes tell: the event for services, the update for pages. */
public final class RunEvents {

    private final RunMemory memory;
    private final Updates updates;
    private final Clock clock;

    public RunEvents(RunMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
        this.updates = new Updates(memory.ref(), rehearsal(memory), clock);
    }

    public Updates updates() {
        return updates;
    }

    public static boolean rehearsal(RunMemory memory) {
        return rehearsal(memory.plan().approved());
    }

    static boolean rehearsal(MasterPlanApproved approved) {
        return approved.engine().rehearsalSeed() != null;
    }

    /** @param from null when it is the first change */
    public Says changed(RunState from, RunState to, String reason, String cure) {
        List<LiveUpdate> live = new ArrayList<>();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("state", to.name());
        if (reason != null) {
            data.put("reason", reason);
            data.put("cure", cure);
        }
        live.add(updates.of(updateType(from, to), data));
        return new Says(live, List.of(new Event(Topic.RUN_CHANGED, changed(to, reason, cure))));
    }

    /** What is told of an atom whose state is changed by something else than an attempt; the memory still has the old. */
    public Says becomes(Atom atom, AtomState to) {
        List<Atom> wave = memory.plan().atomsOfWave(atom.wave());
        long ended = wave.stream()
                .map(a -> a.equals(atom) ? to : memory.atom(a).state())
                .filter(RunEvents::ended)
                .count();
        return Says.live(updates.progress(atom, to, (int) ended, wave.size()));
    }

    private static boolean ended(AtomState state) {
        return switch (state) {
            case COMPLETED, FAILED, BLOCKED, SKIPPED -> true;
            case PENDING, READY, RUNNING, VALIDATING -> false;
        };
    }

    /** The run begins, and waves and atoms are counted; the first wave starts when the tests are there. */
    public LiveUpdate executionStart() {
        return updates.of(
                "masterplan_execution_start",
                Map.of(
                        "total_waves", memory.plan().totalWaves(),
                        "total_atoms", memory.plan().atoms().size()));
    }

    public LiveUpdate waveStart(int wave) {
        return updates.of(
                "wave_execution_start",
                Map.of(
                        "wave_id", memory.plan().waveId(memory.ref().id(), wave),
                        "wave_number", wave,
                        "total_waves", memory.plan().totalWaves(),
                        "total_atoms", memory.plan().atomsOfWave(wave).size()));
    }

    private ExecutionRunChanged changed(RunState to, String reason, String cure) {
        RunRef run = memory.ref();
        return new ExecutionRunChanged(
                run.id(),
                run.masterplanId(),
                run.sessionId(),
                run.traceId(),
                to,
                reason,
                cure,
                memory.wave(),
                memory.plan().totalWaves(),
                memory.count(AtomState.COMPLETED),
                memory.plan().atoms().size(),
                memory.spent(),
                rehearsal(memory),
                clock.instant());
    }

    static String updateType(RunState from, RunState to) {
        return switch (to) {
            case PREPARING -> "acceptance_tests_start";
            case READY -> "execution_ready";
            case RUNNING -> from == RunState.PREPARING ? "execution_ready" : "execution_resumed";
            case PAUSED -> "execution_paused";
            case BLOCKED -> "execution_blocked";
            case COMPLETED, COMPLETED_WITH_GAPS -> "execution_complete";
            case FAILED -> "execution_failed";
            case CANCELLED -> "execution_cancelled";
        };
    }
}
