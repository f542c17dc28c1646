package dev.masterplan.blueprint.test;

import dev.masterplan.messaging.plan.Aggregate.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Pairs {@code ("title", value)} in Python's notation: values on a field's limits, and beyond them. */
final class FieldValues {

    private static final List<String> NOT_MATCHING = List.of("!", "~ ~", "0", "a", "", "!!!!!!!!!!!!!!!!!!!!");

    private FieldValues() {}

    static List<String> accepted(List<Field> fields) {
        List<String> pairs = new ArrayList<>();
        for (Field field : fields) {
            switch (field.type()) {
                case TEXT -> acceptedLengths(pairs, field);
                case INTEGER, DECIMAL -> acceptedRange(pairs, field);
                case ENUM -> field.values().forEach(v -> pair(pairs, field, Python.text(v)));
                case BOOLEAN -> {
                    pair(pairs, field, "True");
                    pair(pairs, field, "False");
                }
                default -> {}
            }
        }
        return pairs;
    }

    private static void acceptedLengths(List<String> pairs, Field field) {
        if (field.pattern() == null) {
            if (field.minLength() != null && field.minLength() > 0) {
                pair(pairs, field, "\"x\" * " + field.minLength());
            }
            if (field.maxLength() != null) {
                pair(pairs, field, "\"ä\" * " + field.maxLength());
            }
        }
    }

    private static void acceptedRange(List<String> pairs, Field field) {
        field.values().forEach(value -> pair(pairs, field, Python.value(field, value)));
        if (field.min() != null) {
            pair(pairs, field, Python.number(field.minExclusive() ? field.min().add(step(field)) : field.min()));
        }
        if (field.max() != null) {
            pair(pairs, field, Python.number(field.max()));
        }
    }

    static List<String> refused(List<Field> fields) {
        List<String> pairs = new ArrayList<>();
        for (Field field : fields) {
            switch (field.type()) {
                case TEXT -> refusedTexts(pairs, field);
                case INTEGER, DECIMAL -> refusedNumbers(pairs, field);
                case EMAIL ->
                    each(
                            pairs,
                            field,
                            "7",
                            "\"no address\"",
                            "\"a@\"",
                            "\"@example.org\"",
                            "\"a@example.org x\"",
                            "\"a@example.org\\n\"");
                case ENUM -> each(pairs, field, "\"no such choice\"", "7");
                case BOOLEAN -> each(pairs, field, "\"perhaps\"", "7");
                case DATE -> each(pairs, field, "\"soon\"", "\"2031-02-30\"", "20310301");
                case DATETIME -> each(pairs, field, "\"soon\"", "\"2031-02-30T10:00:00Z\"", "20310301");
                case REFERENCE -> each(pairs, field, "\"x\"", "[1]");
                case TEXT_LIST -> each(pairs, field, "\"x\"", "[7]");
            }
        }
        return pairs;
    }

    private static void refusedTexts(List<String> pairs, Field field) {
        each(pairs, field, "7", "[\"x\"]");
        if (field.pattern() != null) {
            Pattern pattern = Pattern.compile(field.pattern());
            NOT_MATCHING.stream()
                    .filter(text -> !pattern.matcher(text).matches())
                    .limit(2)
                    .forEach(text -> pair(pairs, field, Python.text(text)));
            return;
        }
        if (field.minLength() != null && field.minLength() > 0) {
            pair(pairs, field, "\"x\" * " + (field.minLength() - 1));
        }
        if (field.maxLength() != null) {
            pair(pairs, field, "\"x\" * " + (field.maxLength() + 1));
        }
    }

    private static void refusedNumbers(List<String> pairs, Field field) {
        each(pairs, field, "\"many\"", "[1]");
        if (field.scale() == null) {
            pair(pairs, field, "1.5");
        }
        between(field.values()).forEach(number -> pair(pairs, field, Integer.toString(number)));
        if (field.scale() != null) {
            pair(pairs, field, Python.number(inside(field).add(step(field).movePointLeft(1))));
        }
        if (field.min() != null) {
            pair(
                    pairs,
                    field,
                    Python.number(
                            field.minExclusive() ? field.min() : field.min().subtract(step(field))));
        }
        if (field.max() != null) {
            pair(pairs, field, Python.number(field.max().add(step(field))));
        }
    }

    /** Whole numbers beside and between those of a choice. */
    private static Set<Integer> between(List<String> values) {
        List<Integer> known =
                values.stream().map(BigDecimal::new).map(BigDecimal::intValue).toList();
        Set<Integer> between = new TreeSet<>();
        for (int value : known) {
            between.addAll(List.of(value - 1, value + 1, value + 5, value + value / 2));
            known.forEach(other -> between.add((value + other) / 2));
        }
        known.forEach(between::remove);
        return between;
    }

    /** A number within the limits. */
    private static BigDecimal inside(Field field) {
        BigDecimal least = field.min() == null || field.min().signum() < 0 ? BigDecimal.ZERO : field.min();
        boolean room = field.max() == null || field.max().compareTo(least) > 0;
        return room ? least.add(step(field)) : field.max().subtract(step(field));
    }

    private static BigDecimal step(Field field) {
        return field.scale() == null ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(field.scale());
    }

    private static void each(List<String> pairs, Field field, String... values) {
        for (String value : values) {
            pair(pairs, field, value);
        }
    }

    private static void pair(List<String> pairs, Field field, String value) {
        pairs.add("(" + Python.text(field.name()) + ", " + value + ")");
    }
}
