package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Function names that say what a rule does. */
final class Names {

    private Names() {}

    /** "open_loans" for loans with status open; only literal states make an adjective. */
    static String described(Feature feature, List<Condition> where) {
        String adjectives = where.stream()
                .filter(c -> c.op() == Condition.Op.EQ
                        && c.value() != null
                        && !c.value().startsWith("@"))
                .map(c -> adjective(c))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining("_"));
        return (adjectives.isEmpty() ? "" : adjectives + "_") + Words.snake(feature.many());
    }

    private static String adjective(Condition condition) {
        return switch (condition.value()) {
            case "true" -> condition.field();
            case "false" -> "not_" + condition.field();
            default -> Words.snake(condition.value());
        };
    }

    static String name(String text) {
        return Python.name(Words.snake(text));
    }
}
