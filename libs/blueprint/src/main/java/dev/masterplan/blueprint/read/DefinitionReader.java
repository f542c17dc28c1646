package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "A loan is overdue when it is open and its due date has passed": a word for other sentences. */
final class DefinitionReader implements FormReader {

    private static final Pattern DEFINED =
            Pattern.compile("(?i)^(an? .+?|.+?s) (?:is|are|counts as|count as) ([a-z-]{2,30}) (?:when|if) (.+)$");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        Matcher defined = DEFINED.matcher(statement.plain());
        if (!defined.matches()) {
            return List.of();
        }
        String word = defined.group(2).toLowerCase(java.util.Locale.ROOT);
        return words.noun(defined.group(1))
                .flatMap(entity -> Clauses.read(words, entity, defined.group(3)).map(where -> {
                    words.define(entity, word, where);
                    return List.<SentenceForm>of(new SentenceForm.Definition(entity.name(), word, where));
                }))
                .orElse(List.of());
    }
}
