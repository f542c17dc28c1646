package dev.masterplan.execution.attempt;

import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.transition.Traces;
import dev.masterplan.execution.validation.ValidatorResult;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One attempt in the plan's trace: a span {@code atom} and in it {@code chat <model>}, its validators as events. Whether
 * both are sent is known at the end only: within the {@link SpanBudget}, or because it was no pass at the first try.
 */
final class AttemptSpan {

    private final AtomJob job;
    private final AttemptKey key;
    private final Span span;
    private final Instant began = Instant.now();
    private Instant answered;
    private String trouble;

    AttemptSpan(AtomJob job, AttemptKey key) {
        this.job = job;
        this.key = key;
        this.span = Traces.begin(job.run(), job.tracing().traceparent(), "atom", attributes());
    }

    private Map<String, String> attributes() {
        return Map.of(
                "atom.id", job.atom().id().toString(),
                "atom.file", job.atom().file(),
                "wave.number", Integer.toString(job.atom().wave()),
                "attempt", key.ladder() + "." + key.number() + "." + key.call());
    }

    /** The author said something, or nothing. */
    void answered(AuthorCall.Result result) {
        answered = Instant.now();
        trouble = result instanceof AuthorCall.Heard ? null : result.getClass().getSimpleName();
        if (trouble != null) {
            end(trouble);
        }
    }

    /** @param failure first diagnostic, null when it was accepted */
    void judged(List<ValidatorResult> validators, String failure) {
        validators.forEach(each -> span.addEvent(
                each.name(),
                Attributes.builder()
                        .put("ran", each.ran())
                        .put("passed", each.passed())
                        .build()));
        end(failure);
    }

    private void end(String failure) {
        boolean pass = failure == null && key.ladder() == 1 && key.number() == 1 && key.call() == 1;
        if (!job.tracing().budget().shows(!pass)) {
            return;
        }
        if (answered != null) {
            chat();
        }
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure);
        }
        span.end();
    }

    private void chat() {
        String model = job.approved().engine().name();
        Map<String, String> attributes = new HashMap<>(attributes());
        attributes.put("gen_ai.operation.name", "chat");
        attributes.put("gen_ai.request.model", model);
        Traces.ended(job.run(), Traces.parent(span), "chat " + model, attributes, began, answered, trouble);
    }
}
