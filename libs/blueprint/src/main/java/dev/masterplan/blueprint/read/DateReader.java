package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.DateAfter;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "A loan is due 21 days after it is lent", "the due date of a loan is 3 weeks after its lent on". */
final class DateReader implements FormReader {

    private static final Pattern AFTER = Pattern.compile(
            "(an? .+?) is ([a-z]+) (\\d{1,4}) (day|week)s? after " + "(?:it (?:is|was) |its )([a-z ]+?)(?: date)?");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        Matcher after = AFTER.matcher(statement.plain().toLowerCase(Locale.ROOT));
        if (!after.matches()) {
            return List.of();
        }
        int days = Integer.parseInt(after.group(3)) * (after.group(4).equals("week") ? 7 : 1);
        return words.noun(after.group(1))
                .flatMap(entity -> day(entity, after.group(2))
                        .flatMap(field -> day(entity, after.group(5))
                                .map(base -> List.<SentenceForm>of(
                                        new DateAfter(entity.name(), field.name(), base.name(), days)))))
                .orElse(List.of());
    }

    /** The date field that a participle names: "due" → {@code due_on}, "lent" → {@code lent_on}. */
    private static Optional<Field> day(EntityDraft entity, String word) {
        return entity.fields().stream()
                .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.DATETIME)
                .filter(f -> f.label().equals(word) || f.label().startsWith(word + " "))
                .findFirst();
    }
}
