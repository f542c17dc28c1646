package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Function names that say what a rule does. */
final class Names {

    private Names() {}

    /** "overdue_loans" where a sentence defined the word, else "open_loans" for loans with status open. */
    static String described(ProgramModel model, Feature feature, List<Condition> where) {
        return model.forms(SentenceForm.Definition.class, feature).stream()
                .filter(d -> d.where().equals(where))
                .map(d -> Words.snake(d.word()) + "_" + Words.snake(feature.many()))
                .findFirst()
                .orElseGet(() -> plain(feature, where));
    }

    private static String plain(Feature feature, List<Condition> where) {
        String adjectives = where.stream()
                .filter(c -> c.op() == Condition.Op.EQ || c.op() == Condition.Op.NE)
                .filter(c -> !c.value().startsWith("@"))
                .map(c -> adjective(c))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining("_"));
        return (adjectives.isEmpty() ? "" : adjectives + "_") + Words.snake(feature.many());
    }

    private static String adjective(Condition condition) {
        return (condition.op() == Condition.Op.NE ? "not_" : "") + word(condition);
    }

    private static String word(Condition condition) {
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
