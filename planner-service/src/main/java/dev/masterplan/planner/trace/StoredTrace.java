package dev.masterplan.planner.trace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/**
 * Where a stored piece of work belongs in the traces.
 *
 * @param traceId     32 hex digits
 * @param traceparent W3C trace context of the span that started it
 */
@Embeddable
public record StoredTrace(
        @Column(nullable = false, updatable = false) String traceId,
        @Column(nullable = false, updatable = false) String traceparent) {
    public StoredTrace {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(traceparent, "traceparent");
    }
}
