package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Sampling;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** One span {@code chat <model>} and a few counts for each call; never a word of prompt or answer. */
final class ObservedModel implements ModelPort {

    private final ModelPort next;
    private final String provider;
    private final Tracer tracer;
    private final MeterRegistry metrics;

    ObservedModel(ModelPort next, String provider, Tracer tracer, MeterRegistry metrics) {
        this.next = next;
        this.provider = provider;
        this.tracer = tracer;
        this.metrics = metrics;
    }

    @Override
    public Reply complete(ModelRequest request, Deltas deltas) {
        Span span = begin(request);
        Timer.Sample took = Timer.start(metrics);
        long began = System.nanoTime();
        AtomicLong first = new AtomicLong();
        try {
            Reply reply = next.complete(request, piece -> {
                first.compareAndSet(0, System.nanoTime() - began);
                deltas.text(piece);
            });
            tell(span, request, reply, first.get());
            took.stop(metrics.timer("masterplan.model.duration", "model", request.model(), "outcome", outcome(reply)));
            return reply;
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    private Span begin(ModelRequest request) {
        Span span = tracer.spanBuilder("chat " + request.model())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.provider.name", provider)
                .setAttribute("gen_ai.request.model", request.model())
                .setAttribute("gen_ai.request.max_tokens", request.maxTokens())
                .setAttribute("gen_ai.output.type", request.shape() == null ? "text" : "json")
                .setAttribute("masterplan.id", request.key().plan().toString())
                .setAttribute("masterplan.role", request.key().role().word())
                .setAttribute("masterplan.prompt", request.prompt().toString())
                .setAttribute("masterplan.node", request.node())
                .setAttribute(
                        "attempt", request.key().attempt() + "." + request.key().call())
                .startSpan();
        if (request.sampling() instanceof Sampling.Temperature temperature) {
            span.setAttribute("gen_ai.request.temperature", temperature.value());
        }
        return span;
    }

    private void tell(Span span, ModelRequest request, Reply reply, long firstNanos) {
        if (firstNanos > 0) {
            span.setAttribute("gen_ai.response.time_to_first_chunk", firstNanos / 1e9);
        }
        switch (reply) {
            case Reply.Answer answer -> used(span, request, answer.usage(), answer.cost());
            case Reply.Unusable unusable -> {
                used(span, request, unusable.usage(), unusable.cost());
                span.setStatus(StatusCode.ERROR, outcome(reply));
            }
            case Reply.NoBudget none -> span.setStatus(StatusCode.ERROR, outcome(reply));
            case Trouble trouble -> span.setStatus(StatusCode.ERROR, outcome(reply));
        }
        span.setAttribute("masterplan.outcome", outcome(reply));
    }

    private void used(Span span, ModelRequest request, Usage usage, BigDecimal cost) {
        span.setAttribute("gen_ai.usage.input_tokens", usage.prompt());
        span.setAttribute("gen_ai.usage.cache_read.input_tokens", usage.cacheRead());
        span.setAttribute("gen_ai.usage.cache_creation.input_tokens", usage.cacheWrite());
        span.setAttribute("gen_ai.usage.output_tokens", usage.output());
        span.setAttribute("masterplan.cost_usd", cost.doubleValue());
        count(request, "input", usage.input());
        count(request, "cache_read", usage.cacheRead());
        count(request, "cache_write", usage.cacheWrite());
        count(request, "output", usage.output());
        metrics.counter("masterplan.model.cost.usd", "model", request.model(), "role", role(request))
                .increment(cost.doubleValue());
    }

    private void count(ModelRequest request, String kind, long tokens) {
        metrics.counter("masterplan.model.tokens", "model", request.model(), "role", role(request), "kind", kind)
                .increment(tokens);
    }

    private static String role(ModelRequest request) {
        return request.key().role().word();
    }

    private static String outcome(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> "answered";
            case Reply.Unusable unusable -> unusable.why().name().toLowerCase(Locale.ROOT);
            case Reply.NoBudget none -> "no_budget";
            case Trouble trouble -> trouble.kind().name().toLowerCase(Locale.ROOT);
        };
    }
}
