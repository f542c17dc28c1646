package dev.masterplan.planner.trace;

import dev.masterplan.messaging.event.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Starts the trace of a plan, and shows in it what is done for the plan later. */
@Singleton
public class PlanTracer {

    private final Tracer tracer;

    PlanTracer(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A short span that is ended at once; everything done for what it started continues it. */
    public StoredTrace start(String name) {
        Span span = tracer.spanBuilder(name).startSpan();
        span.end();
        return stored(span);
    }

    /** The request that is being served. */
    public StoredTrace current() {
        return stored(Span.current());
    }

    /** Runs blocking work in a span of a stored trace. */
    public <T> T within(StoredTrace stored, String name, Supplier<T> work) {
        return TraceContext.callInSpan(stored.traceparent(), name, work);
    }

    /** A short span of the stored trace for what the current request does to it; both link each other. */
    public void note(StoredTrace stored, String name) {
        Span request = Span.current();
        Span span = tracer.spanBuilder(name)
                .setParent(TraceContext.parse(stored.traceparent()))
                .addLink(request.getSpanContext())
                .startSpan();
        request.addLink(span.getSpanContext());
        span.end();
    }

    private static StoredTrace stored(Span span) {
        return new StoredTrace(span.getSpanContext().getTraceId(), TraceContext.of(span.getSpanContext()));
    }
}
