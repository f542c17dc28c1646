package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.AmountPerDay;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "The fine is 0.50 for each day overdue, at most 10.00". */
final class AmountReader implements FormReader {

    private static final String AMOUNT = "(\\d{1,9}(?:\\.\\d{1,4})?)";
    private static final Pattern PER_DAY = Pattern.compile("(?:the |an? )?(.+?) is " + AMOUNT
            + " (?:for each|for every|per|a) day (?:it is )?([a-z]+)(?:,? (?:but )?(?:at most|up to|no more than) "
            + AMOUNT
            + ")?");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        Matcher found = PER_DAY.matcher(statement.plain().toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return List.of();
        }
        for (EntityDraft entity : words.entities()) {
            Optional<Field> field = Vocabulary.field(entity, found.group(1));
            Optional<String> from = words.adjective(entity, found.group(3)).flatMap(AmountReader::passedDay);
            if (field.isPresent() && from.isPresent()) {
                BigDecimal most = found.group(4) == null ? null : new BigDecimal(found.group(4));
                return List.of(new AmountPerDay(
                        entity.name(),
                        field.get().name(),
                        new BigDecimal(found.group(2)),
                        from.get(),
                        until(entity, from.get()),
                        most));
            }
        }
        return List.of();
    }

    private static Optional<String> passedDay(List<Condition> where) {
        return where.stream()
                .filter(c -> c.op() == Condition.Op.LT && "@today".equals(c.value()))
                .map(Condition::field)
                .findFirst();
    }

    /** The day on which counting ends: the date that the program sets when the record is closed. */
    private static String until(EntityDraft entity, String from) {
        return entity.fields().stream()
                .filter(f ->
                        f.type() == FieldType.DATE && f.computed() && !f.name().equals(from))
                .map(Field::name)
                .findFirst()
                .orElse(null);
    }
}
