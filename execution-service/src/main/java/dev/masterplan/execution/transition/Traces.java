package dev.masterplan.execution.transition;

import dev.masterplan.messaging.event.TraceContext;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Map;

/** Spans in a plan's own trace; short ones that begin something, and ends with an explicit start. */
public final class Traces {

    private static final String TRACER = "dev.masterplan.execution";

    private Traces() {}

    /** A span that ends at once; what follows has it as parent. @return its traceparent, or the given one */
    public static String started(RunRef run, String parent, String name, Map<String, String> attributes) {
        Span span = begin(run, parent, name, attributes);
        span.end();
        String own = parent(span);
        return own == null ? parent : own;
    }

    /** A span that the caller ends; one that is never ended is never sent. */
    public static Span begin(RunRef run, String parent, String name, Map<String, String> attributes) {
        return builder(run, parent, name, attributes).startSpan();
    }

    /** What spans below that one have as parent. */
    public static String parent(Span span) {
        return TraceContext.of(span.getSpanContext());
    }

    /** What was between two times. @param failure null when it went well */
    public static void ended(
            RunRef run,
            String parent,
            String name,
            Map<String, String> attributes,
            Instant since,
            Instant until,
            String failure) {
        Span span =
                builder(run, parent, name, attributes).setStartTimestamp(since).startSpan();
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure);
        }
        span.end(until);
    }

    private static SpanBuilder builder(RunRef run, String parent, String name, Map<String, String> attributes) {
        Context context = TraceContext.parse(parent == null ? run.traceparent() : parent);
        SpanBuilder builder =
                GlobalOpenTelemetry.getTracer(TRACER).spanBuilder(name).setParent(context);
        builder.setAttribute(TraceContext.MASTERPLAN_ID, run.masterplanId().toString());
        attributes.forEach(builder::setAttribute);
        return builder;
    }
}
