package dev.masterplan.execution.transition;

import dev.masterplan.execution.atom.Atom;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.LiveUpdate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Live updates of atoms, in the words of the contract; state, never increments. */
public final class Updates {

    private static final int PERCENT = 100;

    private final RunRef run;
    private final boolean rehearsal;
    private final Clock clock;

    public Updates(RunRef run, boolean rehearsal, Clock clock) {
        this.run = run;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /** Any update of this run; {@code execution_id} and {@code timestamp} are always there. */
    public LiveUpdate of(String type, Map<String, Object> data) {
        Instant now = clock.instant();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("execution_id", run.id());
        all.putAll(data);
        all.put("timestamp", now.toString());
        if (rehearsal) {
            all.put("rehearsal", true);
        }
        return new LiveUpdate(type, now, run.sessionId(), run.masterplanId(), run.traceId(), all);
    }

    /** @param current atoms of the wave that have ended */
    public LiveUpdate progress(Atom atom, AtomState status, int current, int total) {
        Map<String, Object> data = named(atom);
        data.put("file", atom.file());
        data.put("status", status.name());
        data.put("current", current);
        data.put("total", total);
        data.put("progress_percent", total == 0 ? PERCENT : PERCENT * current / total);
        return of("atom_execution_progress", data);
    }

    /** How an atom ended. */
    public record Ended(AtomState state, int retries, List<String> diagnostics, BigDecimal cost, long durationMs) {}

    public LiveUpdate complete(Atom atom, Ended ended) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("state", ended.state().name());
        result.put("retries", ended.retries());
        result.put("file_path", atom.file());
        result.put("language", atom.language());
        result.put("diagnostics", ended.diagnostics());
        result.put("cost_usd", ended.cost());
        result.put("duration_ms", ended.durationMs());
        Map<String, Object> data = named(atom);
        data.put("result", result);
        return of("atom_execution_complete", data);
    }

    private static Map<String, Object> named(Atom atom) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("atom_id", atom.id());
        data.put("wave_number", atom.wave());
        data.put("name", atom.name());
        return data;
    }
}
