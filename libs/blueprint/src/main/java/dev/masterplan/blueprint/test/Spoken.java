package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions as people say them. */
final class Spoken {

    private Spoken() {}

    /** {@code a copy}, {@code an order line} */
    static String one(String entity) {
        String words = Python.words(entity);
        return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }

    static String all(List<Condition> conditions) {
        return conditions.isEmpty()
                ? "it exists"
                : conditions.stream().map(Spoken::condition).collect(Collectors.joining(" and "));
    }

    private static String condition(Condition condition) {
        String field = condition.field().replace('_', ' ');
        String value = condition.value() == null ? "" : condition.value().replace("@", "");
        return switch (condition.op()) {
            case EQ -> field + " is " + value;
            case NE -> field + " is not " + value;
            case LT -> field + " is before or below " + value;
            case LE -> field + " is at most " + value;
            case GT -> field + " is after or above " + value;
            case GE -> field + " is at least " + value;
            case IS_EMPTY -> field + " is empty";
            case IS_SET -> field + " is set";
        };
    }
}
