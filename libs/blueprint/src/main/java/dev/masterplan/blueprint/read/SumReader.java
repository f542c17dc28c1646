package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.SumOfLines;
import dev.masterplan.blueprint.form.Words;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "The total is right after every change": a field that the data computes as "sum of lines.quantity * lines.unit_price". */
final class SumReader implements FormReader {

    private static final Pattern RIGHT = Pattern.compile("(?:the )?(.+?) is (?:always )?right(?: after every change)?");
    private static final Pattern SUM = Pattern.compile("sum of (.+)");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        String text = statement.plain().toLowerCase(Locale.ROOT);
        Matcher right = RIGHT.matcher(text);
        if (right.matches()) {
            String field = Words.snake(right.group(1));
            return words.entities().stream()
                    .flatMap(e -> sum(words, e, field).stream())
                    .findFirst()
                    .map(List::of)
                    .orElse(List.of());
        }
        return List.of();
    }

    /** The sum that the data gives a field; empty when it gives none or speaks of what isn't there. */
    static Optional<SentenceForm> sum(Vocabulary words, EntityDraft entity, String field) {
        Matcher sum = SUM.matcher(entity.formula(field));
        if (!sum.matches()) {
            return Optional.empty();
        }
        List<String[]> factors = Arrays.stream(sum.group(1).split("\\*"))
                .map(f -> f.strip().split("\\."))
                .toList();
        if (factors.stream().anyMatch(f -> f.length != 2)) {
            return Optional.empty();
        }
        Optional<EntityDraft> lines = words.noun(factors.getFirst()[0]);
        Optional<Field> via = lines.flatMap(l -> Vocabulary.reference(l, entity));
        List<String> names = factors.stream().map(f -> Words.snake(f[1])).toList();
        boolean known = lines.isPresent()
                && names.stream().allMatch(n -> lines.get().field(n).isPresent());
        if (known) {
            names.forEach(n -> require(lines.get(), n, entity, field));
        }
        return via.filter(v -> known)
                .map(v -> new SumOfLines(entity.name(), field, lines.get().name(), v.name(), names));
    }

    /** A sum needs every factor: a field that clients send becomes required. */
    private static void require(EntityDraft lines, String name, EntityDraft entity, String field) {
        FieldDraft factor = FieldDraft.of(lines.field(name).orElseThrow());
        if (factor.required || factor.computed) {
            return;
        }
        factor.required = true;
        lines.put(factor.field());
        lines.assume("The %s of each %s has to be sent: the %s of the %s is made of it."
                .formatted(factor.label, lines.spoken(), Words.spoken(field), entity.spoken()));
    }
}
