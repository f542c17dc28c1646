package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Literals of the discovery that make a condition on one field true or false; null is the empty value. */
final class Literals {

    private Literals() {}

    /** Empty when the value has to be set and any will do. */
    static Optional<String> satisfying(Field field, Condition condition) {
        return switch (condition.op()) {
            case EQ, LE, GE -> Optional.of(condition.value());
            case NE -> other(field, condition.value());
            case LT -> Optional.of(moved(field, condition.value(), -1));
            case GT -> Optional.of(moved(field, condition.value(), 1));
            case IS_EMPTY, IS_SET -> Optional.empty();
        };
    }

    /** A valid value that differs. */
    static Optional<String> other(Field field, String value) {
        return switch (field.type()) {
            case BOOLEAN -> Optional.of(isTrue(value) ? "false" : "true");
            case ENUM -> different(field, value);
            case TEXT -> field.pattern() == null ? Optional.of(value + "x") : Optional.empty();
            case INTEGER, DECIMAL ->
                field.values().isEmpty() ? Optional.of(moved(field, value, 1)) : different(field, value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> different(Field field, String value) {
        return field.values().stream().filter(v -> !v.equals(value)).findFirst();
    }

    static boolean isTrue(String literal) {
        return List.of("true", "yes", "1").contains(literal.toLowerCase());
    }

    /** The literal that is one smallest step (or one day) further. */
    static String moved(Field field, String literal, int steps) {
        if (literal.startsWith("@")) {
            return literal + (steps < 0 ? "-" : "+") + Math.abs(steps);
        }
        BigDecimal step = field.scale() == null ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(field.scale());
        return Python.number(new BigDecimal(literal).add(step.multiply(BigDecimal.valueOf(steps))));
    }
}
