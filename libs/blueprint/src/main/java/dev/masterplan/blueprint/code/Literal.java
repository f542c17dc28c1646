package dev.masterplan.blueprint.code;

import dev.masterplan.messaging.plan.Aggregate.Field;
import java.math.BigDecimal;

/** A value of a form as the Python literal that the program stores. */
final class Literal {

    private Literal() {}

    /** Defaults: {@code @today} becomes the function itself, asked for each new record. */
    static String of(Field field, String value) {
        return switch (value) {
            case "@today" -> "clock.today";
            case "@now" -> "clock.now";
            default -> stored(field, value);
        };
    }

    /** A value in an expression: {@code @today} is asked at once. */
    static String now(Field field, String value) {
        return value.startsWith("@") ? of(field, value) + "()" : stored(field, value);
    }

    private static String stored(Field field, String value) {
        return switch (field.type()) {
            case BOOLEAN -> value.equals("true") ? "1" : "0";
            case INTEGER, REFERENCE -> value.matches("-?\\d{1,18}") ? value : "None";
            case DECIMAL ->
                value.matches("-?\\d{1,15}(\\.\\d{1,9})?")
                        ? String.valueOf(Units.of(field, new BigDecimal(value)))
                        : "None";
            default -> Python.text(value);
        };
    }
}
