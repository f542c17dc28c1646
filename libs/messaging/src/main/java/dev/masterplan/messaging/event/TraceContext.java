package dev.masterplan.messaging.event;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The W3C trace context as a string that is stored in rows and sent in headers, and work done under it. */
public final class TraceContext {

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

    /** Does the work in a new span of the stored trace; the span that is current now is linked, not its parent. */
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

    static void failed(Span span, Throwable failure) {
        span.recordException(failure).setStatus(StatusCode.ERROR);
    }

    private static SpanBuilder linked(String storedTraceparent, String name) {
        SpanBuilder builder = GlobalOpenTelemetry.getTracer(TRACER)
                .spanBuilder(name)
                .setSpanKind(SpanKind.INTERNAL)
                .setParent(parse(storedTraceparent));
        SpanContext now = Span.current().getSpanContext();
        return now.isValid() ? builder.addLink(now) : builder;
    }
}
