package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a clause says of one record: "it is open and its due date has passed". */
final class Clauses {

    private static final Pattern IT_IS = Pattern.compile("(?:it|they) (?:is|are) (not )?(.+)");
    private static final Pattern PASSED = Pattern.compile("(?:its |the )?(.+?) (?:has passed|is over|is before today)");
    private static final Pattern EMPTY = Pattern.compile("(?:its |the )?(.+?) is (?:empty|not set|missing)");
    private static final Pattern SET = Pattern.compile("(?:its |the )?(.+?) is set");
    private static final Pattern VALUE = Pattern.compile("(?:its |the )(.+?) is (not )?(.+)");
    private static final Pattern COMPARED = Pattern.compile(
            "(?:its |the )?(.+?) is (at least|at most|more than|less than|above|below) (-?\\d+(?:\\.\\d+)?)");

    private Clauses() {}

    /** All conditions, joined by "and"; empty when one of them isn't understood. */
    static Optional<List<Condition>> read(Vocabulary words, EntityDraft entity, String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String clause : text.toLowerCase(Locale.ROOT).split("(?:,)? and (?=it |its |the |they )")) {
            Optional<List<Condition>> read = one(words, entity, clause.strip());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            conditions.addAll(read.get());
        }
        return Optional.of(conditions);
    }

    private static Optional<List<Condition>> one(Vocabulary words, EntityDraft entity, String clause) {
        Matcher itIs = IT_IS.matcher(clause);
        if (itIs.matches()) {
            Optional<List<Condition>> said = words.adjective(entity, itIs.group(2));
            return itIs.group(1) == null
                    ? said
                    : said.flatMap(
                            where -> new Described(entity, where).opposite().map(List::of));
        }
        return onField(entity, PASSED.matcher(clause), Condition.Op.LT, "@today")
                .or(() -> onField(entity, EMPTY.matcher(clause), Condition.Op.IS_EMPTY, null))
                .or(() -> onField(entity, SET.matcher(clause), Condition.Op.IS_SET, null))
                .or(() -> compared(entity, COMPARED.matcher(clause)))
                .or(() -> value(entity, VALUE.matcher(clause)));
    }

    private static Optional<List<Condition>> onField(
            EntityDraft entity, Matcher matcher, Condition.Op op, String value) {
        return matcher.matches()
                ? Vocabulary.field(entity, matcher.group(1)).map(f -> List.of(new Condition(f.name(), op, value)))
                : Optional.empty();
    }

    private static Optional<List<Condition>> compared(EntityDraft entity, Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Condition.Op op = switch (matcher.group(2)) {
            case "at least" -> Condition.Op.GE;
            case "at most" -> Condition.Op.LE;
            case "more than", "above" -> Condition.Op.GT;
            default -> Condition.Op.LT;
        };
        return Vocabulary.field(entity, matcher.group(1))
                .map(f -> List.of(new Condition(f.name(), op, matcher.group(3))));
    }

    private static Optional<List<Condition>> value(EntityDraft entity, Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Condition.Op op = matcher.group(2) == null ? Condition.Op.EQ : Condition.Op.NE;
        Optional<Field> field = Vocabulary.field(entity, matcher.group(1));
        return field.flatMap(f -> f.values().stream()
                .filter(v -> v.equalsIgnoreCase(matcher.group(3)))
                .findFirst()
                .map(v -> List.of(new Condition(f.name(), op, v))));
    }
}
