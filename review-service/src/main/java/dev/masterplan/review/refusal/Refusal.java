package dev.masterplan.review.refusal;

import java.util.Map;

/** A broken rule: what was asked for is not done, and nothing has changed. Becomes one problem+json answer. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Map<String, Object> fields;

    private Refusal(Kind kind, String detail, Map<String, Object> fields) {
        super(detail, null, false, false);
        this.kind = kind;
        this.fields = Map.copyOf(fields);
    }

    /** What kind of rule was broken. */
    public enum Kind {
        /** The request is not what it claims to be. */
        MALFORMED,
        /** Nothing has that id. */
        UNKNOWN,
        /** Not in this state. */
        CONFLICT,
        /** More than is taken. */
        TOO_LARGE,
        /** Understood, but a value breaks a rule. */
        INVALID
    }

    public static Refusal malformed(String detail) {
        return new Refusal(Kind.MALFORMED, detail, Map.of());
    }

    public static Refusal unknown(String what, Object id) {
        return new Refusal(Kind.UNKNOWN, "there is no " + what + " " + id, Map.of());
    }

    public static Refusal conflict(String detail) {
        return new Refusal(Kind.CONFLICT, detail, Map.of());
    }

    /** @param fields more about it, by name, as values that can be written as JSON */
    public static Refusal conflict(String detail, Map<String, Object> fields) {
        return new Refusal(Kind.CONFLICT, detail, fields);
    }

    public static Refusal tooLarge(String detail) {
        return new Refusal(Kind.TOO_LARGE, detail, Map.of());
    }

    public static Refusal invalid(String detail) {
        return new Refusal(Kind.INVALID, detail, Map.of());
    }

    public Kind kind() {
        return kind;
    }

    public Map<String, Object> fields() {
        return fields;
    }
}
