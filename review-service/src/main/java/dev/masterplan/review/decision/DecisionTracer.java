package dev.masterplan.review.decision;

import dev.masterplan.messaging.event.TraceContext;
import dev.masterplan.review.queue.Review;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;

/** Shows a decision in the trace of its plan. */
@Singleton
class DecisionTracer {

    private final Tracer tracer;

    DecisionTracer(Tracer tracer) {
        this.tracer = tracer;
    }

    /** A short span of the plan's trace for what the current request does; both link each other. */
    void note(Review review, String name) {
        Span request = Span.current();
        Span span = tracer.spanBuilder(name)
                .setParent(TraceContext.parse(review.trace().traceparent()))
                .addLink(request.getSpanContext())
                .startSpan();
        request.addLink(span.getSpanContext());
        span.end();
    }
}
