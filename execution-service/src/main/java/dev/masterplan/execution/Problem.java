package dev.masterplan.execution;

import java.util.Map;

/** A request that can't be answered as asked; becomes {@code application/problem+json}. @see ProblemMapper */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Map<String, Object> more;

    public Problem(int status, String title, String detail, Map<String, Object> more) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.more = more;
    }

    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail, Map.of());
    }

    public static Problem invalid(String detail) {
        return new Problem(422, "Invalid", detail, Map.of());
    }

    public static Problem conflict(String detail, Map<String, Object> more) {
        return new Problem(409, "Conflict", detail, more);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    Map<String, Object> more() {
        return more == null ? Map.of() : more;
    }
}
