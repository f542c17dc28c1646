package dev.masterplan.blueprint.form;

/**
 * A test on one JSON field of a record; several conditions are joined by "and".
 *
 * @param value literal, or {@code @today}, {@code @now}; null with IS_EMPTY and IS_SET
 */
public record Condition(String field, Op op, String value) {

    /** What holds of a record of which this does not hold; a yes/no field has the other value. */
    public Condition negated() {
        return switch (value) {
            case "true" -> new Condition(field, op, "false");
            case "false" -> new Condition(field, op, "true");
            case null, default -> new Condition(field, op.opposite(), value);
        };
    }

    /** Comparison operators. */
    public enum Op {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        IS_EMPTY,
        IS_SET;

        private Op opposite() {
            return switch (this) {
                case EQ -> NE;
                case NE -> EQ;
                case LT -> GE;
                case LE -> GT;
                case GT -> LE;
                case GE -> LT;
                case IS_EMPTY -> IS_SET;
                case IS_SET -> IS_EMPTY;
            };
        }
    }
}
