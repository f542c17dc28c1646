package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.DefaultValue;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Priority is normal if nobody says". */
final class DefaultReader implements FormReader {

    private static final Pattern DEFAULT =
            Pattern.compile("(?:the |an? )?(.+?) is ([a-z0-9 _-]+?) (?:if|when) nobody says(?: (?:so|otherwise))?");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        Matcher found = DEFAULT.matcher(statement.plain().toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return List.of();
        }
        for (EntityDraft entity : words.entities()) {
            Optional<Field> field = Vocabulary.field(entity, found.group(1));
            Optional<String> value = field.flatMap(f -> f.values().stream()
                    .filter(v -> v.equalsIgnoreCase(found.group(2)))
                    .findFirst());
            if (value.isPresent()) {
                FieldDraft draft = FieldDraft.of(field.get());
                draft.defaultValue = value.get();
                entity.put(draft.field());
                return List.of(new DefaultValue(entity.name(), field.get().name(), value.get()));
            }
        }
        return List.of();
    }
}
