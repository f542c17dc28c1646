package dev.masterplan.planner.trace;

import dev.masterplan.messaging.event.TraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;

/** Starts the trace of a plan, and shows in it what is done for the plan later. */
@Singleton
public class PlanTracer {

    /** A short span that is ended at once; everything done for what it started continues it. */
    public StoredTrace start(String name) {
        return stored(TraceContext.begin(name));
    }

    /** The request that is being served. */
    public StoredTrace current() {
        return stored(Span.current().getSpanContext());
    }

    /** Runs blocking work in a span of a stored trace. */
    public <T> T within(StoredTrace stored, String name, Supplier<T> work) {
        return TraceContext.callInSpan(stored.traceparent(), name, work);
    }

    /** A short span of the stored trace for what the current request does to it; both link each other. */
    public void note(StoredTrace stored, UUID masterplanId, String name) {
        TraceContext.note(stored.traceparent(), masterplanId, name);
    }

    private static StoredTrace stored(SpanContext span) {
        return new StoredTrace(span.getTraceId(), TraceContext.of(span));
    }
}
