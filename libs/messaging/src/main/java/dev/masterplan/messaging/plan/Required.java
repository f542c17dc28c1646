package dev.masterplan.messaging.plan;

import java.util.List;

/** Checks of compact constructors: a missing field is refused by name, a missing list is empty. */
public final class Required {

    private Required() {}

    /** @throws IllegalArgumentException when {@code value} is null */
    public static <T> T value(T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("missing field: " + field);
        }
        return value;
    }

    /** @throws IllegalArgumentException when {@code text} is null or blank */
    public static String text(String text, String field) {
        if (value(text, field).isBlank()) {
            throw new IllegalArgumentException("empty field: " + field);
        }
        return text;
    }

    /** An unmodifiable copy; null becomes the empty list. */
    public static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
