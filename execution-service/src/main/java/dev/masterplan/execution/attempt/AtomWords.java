package dev.masterplan.execution.attempt;

import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Traces;
import dev.masterplan.execution.transition.Updates;
import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    /** The span of one request to the author. */
    void asked(AttemptKey key, Instant since, AuthorCall.Result result) {
        String failure =
                result instanceof AuthorCall.Heard ? null : result.getClass().getSimpleName();
        String name = "chat " + job.approved().engine().name();
        Traces.ended(job.run(), job.traceparent(), name, attributes(key), since, failure);
    }

    /** The span of one attempt. @param failure first diagnostic, null when it was accepted */
    void attempted(AttemptKey key, Instant since, String failure) {
        Traces.ended(job.run(), job.traceparent(), "atom", attributes(key), since, failure);
    }

    private Map<String, String> attributes(AttemptKey key) {
        return Map.of(
                "atom.id", job.atom().id().toString(),
                "atom.file", job.atom().file(),
                "wave.number", Integer.toString(job.atom().wave()),
                "attempt", key.ladder() + "." + key.number() + "." + key.call());
    }

    Says nothing() {
        return Says.nothing();
    }

    Says running() {
        AtomJob.Progress progress = job.progress();
        return Says.live(updates.progress(job.atom(), AtomState.RUNNING, progress.ended(), progress.total()));
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
