package dev.masterplan.execution;

import java.time.Duration;
import java.util.Map;

/** A request that can't be answered as asked; becomes {@code application/problem+json}. @see ProblemMapper */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Map<String, Object> more;

    private final Duration retryAfter;

    private Problem(int status, String title, String detail, Map<String, Object> more, Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.more = more;
        this.retryAfter = retryAfter;
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail, Map.of(), null);
    }

    public static Problem invalid(String detail) {
        return new Problem(422, "Invalid", detail, Map.of(), null);
    }

    public static Problem conflict(String detail, Map<String, Object> more) {
        return new Problem(409, "Conflict", detail, more, null);
    }

    /** 503: the same request later. */
    public static Problem busy(String detail, Duration retryAfter) {
        return new Problem(503, "Busy", detail, Map.of(), retryAfter);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Null when trying again would not help. */
    Duration retryAfter() {
        return retryAfter;
    }

    Map<String, Object> more() {
        return more == null ? Map.of() : more;
    }
}
