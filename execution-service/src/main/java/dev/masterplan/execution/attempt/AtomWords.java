package dev.masterplan.execution.attempt;

import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Updates;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the work on an atom tells the pages. */
final class AtomWords {

    private static final int SHOWN = 5;

    private final AtomJob job;
    private final Updates updates;
    private final long startedAt = System.nanoTime();

    AtomWords(AtomJob job, Updates updates) {
        this.job = job;
        this.updates = updates;
    }

    Says nothing() {
        return Says.nothing();
    }

    /** It works on, or waits again: it has not ended. */
    Says goesOn(AtomState state) {
        AtomJob.Progress progress = job.progress();
        return Says.live(updates.progress(job.atom(), state, progress.ended(), progress.total()));
    }

    Says ended(AtomState state, int retries, List<String> diagnostics, BigDecimal cost) {
        AtomJob.Progress progress = job.progress();
        long millis = (System.nanoTime() - startedAt) / 1_000_000;
        return Says.live(
                updates.progress(job.atom(), state, progress.end(), progress.total()),
                updates.complete(job.atom(), new Updates.Ended(state, retries, diagnostics, cost, millis)));
    }

    static List<String> first(List<String> diagnostics) {
        return diagnostics.subList(0, Math.min(SHOWN, diagnostics.size()));
    }

    static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }
}
