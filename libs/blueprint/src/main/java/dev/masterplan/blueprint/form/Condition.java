package dev.masterplan.blueprint.form;

/**
 * A test on one JSON field of a record; several conditions are joined by "and".
 *
 * @param value literal, or {@code @today}, {@code @now}; null with IS_EMPTY and IS_SET
 */
public record Condition(String field, Op op, String value) {

    /** Comparison operators. */
    public enum Op {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        IS_EMPTY,
        IS_SET
    }
}
