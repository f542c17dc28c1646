package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.Unique;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "The same e-mail twice is refused with 409", "no two books have the same isbn". */
final class UniqueReader implements FormReader {

    private static final Pattern TWICE = Pattern.compile("the same (.+?) twice");
    private static final Pattern NO_TWO = Pattern.compile("no two (.+?) (?:have|can have|may have) the same (.+)");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        Refusal refusal = Refusal.of(statement.plain().toLowerCase(Locale.ROOT));
        Matcher twice = TWICE.matcher(refusal.text());
        if (twice.matches()) {
            return words.entities().stream()
                    .filter(e -> Vocabulary.field(e, twice.group(1)).isPresent())
                    .findFirst()
                    .map(e -> unique(e, twice.group(1), refusal.status()))
                    .orElse(List.of());
        }
        Matcher noTwo = NO_TWO.matcher(refusal.text());
        return noTwo.matches()
                ? words.noun(noTwo.group(1))
                        .map(e -> unique(e, noTwo.group(2), refusal.status()))
                        .orElse(List.of())
                : List.of();
    }

    private static List<SentenceForm> unique(EntityDraft entity, String label, int status) {
        Optional<Field> field = Vocabulary.field(entity, label);
        field.ifPresent(f -> {
            FieldDraft draft = FieldDraft.of(f);
            draft.unique = status == 409;
            entity.put(draft.field());
        });
        return field.map(f -> List.<SentenceForm>of(new Unique(entity.name(), List.of(f.name()), status)))
                .orElse(List.of());
    }
}
