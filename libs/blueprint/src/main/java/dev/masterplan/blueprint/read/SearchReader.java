package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Find books by part of the title or the author", "find notes by words in title or body". */
final class SearchReader implements FormReader {

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        String text = statement.plain().toLowerCase(Locale.ROOT);
        var found = Pattern.compile("(?:find|search|search for|look up) (" + words.nouns()
                        + ") by (?:(?:a )?(?:part|parts|words?|text) (?:of|in|from) )?(.+)")
                .matcher(text);
        if (!found.matches()) {
            return List.of();
        }
        return words.noun(found.group(1))
                .flatMap(entity -> fields(entity, found.group(2))
                        .map(f -> (SentenceForm) new SentenceForm.Search(entity.name(), f)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<List<String>> fields(EntityDraft entity, String labels) {
        List<String> names = new ArrayList<>();
        for (String label : labels.split(", or |, | or | and ")) {
            Optional<Field> field = Vocabulary.field(entity, label);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            names.add(field.get().name());
        }
        return Optional.of(names);
    }
}
