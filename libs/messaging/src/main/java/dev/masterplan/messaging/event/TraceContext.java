package dev.masterplan.messaging.event;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The W3C trace context as a string that is stored in rows and sent in headers, and work done under it. */
public final class TraceContext {

    /** Attribute of every span of a plan. */
    public static final String MASTERPLAN_ID = "masterplan.id";

    private static final String TRACER = "dev.masterplan.messaging";
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private TraceContext() {}

    /** The {@code traceparent} of the current span, null when there is none. */
    public static String current() {
        return of(Span.current().getSpanContext());
    }

    /** The {@code traceparent} of that span, null when it is not valid. */
    public static String of(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** The trace id inside a {@code traceparent}, null when it has none. */
    public static String traceId(String traceparent) {
        SpanContext span = Span.fromContext(parse(traceparent)).getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /** A context whose parent is the stored one; the root context for null or nonsense. */
    public static Context parse(String traceparent) {
        Matcher parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (!parts.matches()) {
            return Context.root();
        }
        SpanContext remote = SpanContext.createFromRemoteParent(
                parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault());
        return remote.isValid() ? Context.root().with(Span.wrap(remote)) : Context.root();
    }

    /** Does the work in a new span of the stored trace; a span of another trace that is current now is linked. */
    public static <T> Uni<T> span(String storedTraceparent, String name, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Span span = linked(storedTraceparent, name).startSpan();
            return within(parse(storedTraceparent).with(span), work)
                    .onFailure()
                    .invoke(failure -> failed(span, failure))
                    .eventually(() -> span.end());
        });
    }

    /** Blocking form of {@link #span}. */
    public static <T> T callInSpan(String storedTraceparent, String name, Supplier<T> work) {
        Span span = linked(storedTraceparent, name).startSpan();
        try {
            return call(parse(storedTraceparent).with(span), work);
        } catch (RuntimeException e) {
            failed(span, e);
            throw e;
        } finally {
            span.end();
        }
    }

    /** A short span that begins a trace of its own; it and the span that is current now link each other. */
    public static SpanContext begin(String name) {
        return noted(tracer().spanBuilder(name).setNoParent());
    }

    /** A short span of a plan's stored trace for what the current request does to it; both link each other. */
    public static void note(String storedTraceparent, UUID masterplanId, String name) {
        noted(tracer().spanBuilder(name)
                .setParent(parse(storedTraceparent))
                .setAttribute(MASTERPLAN_ID, masterplanId.toString()));
    }

    /** A short span of the stored trace: something is there now. */
    public static void mark(String storedTraceparent, String name, Map<String, String> attributes) {
        SpanBuilder builder = tracer().spanBuilder(name).setParent(parse(storedTraceparent));
        attributes.forEach(builder::setAttribute);
        builder.startSpan().end();
    }

    private static SpanContext noted(SpanBuilder builder) {
        Span request = Span.current();
        if (request.getSpanContext().isValid()) {
            builder.addLink(request.getSpanContext());
        }
        Span span = builder.startSpan();
        request.addLink(span.getSpanContext());
        span.end();
        return span.getSpanContext();
    }

    /** Does the work while the context is current. */
    public static <T> Uni<T> within(Context context, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Scope scope = context.makeCurrent();
            try {
                return work.get().eventually(scope::close);
            } catch (RuntimeException e) {
                scope.close();
                throw e;
            }
        });
    }

    /** Blocking form of {@link #within}. */
    public static <T> T call(Context context, Supplier<T> work) {
        return context.wrapSupplier(work).get();
    }

    /** Log lines of the work carry the stored trace's id. */
    public static void run(String storedTraceparent, Runnable work) {
        parse(storedTraceparent).wrap(work).run();
    }

    private static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer(TRACER);
    }

    static void failed(Span span, Throwable failure) {
        span.recordException(failure).setStatus(StatusCode.ERROR);
    }

    private static SpanBuilder linked(String storedTraceparent, String name) {
        SpanBuilder builder =
                tracer().spanBuilder(name).setSpanKind(SpanKind.INTERNAL).setParent(parse(storedTraceparent));
        SpanContext now = Span.current().getSpanContext();
        boolean foreign = now.isValid() && !now.getTraceId().equals(traceId(storedTraceparent));
        return foreign ? builder.addLink(now) : builder;
    }
}
