package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Discovery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads a brief with the sentence forms. What describes data is read first, then what gives entities states and
 * adjectives, then every other sentence, so that a sentence may use words that a later one explains.
 */
public final class BriefReader {

    private static final List<List<FormReader>> ROUNDS = List.of(
            List.of(new LifecycleReader()),
            List.of(new DefinitionReader()),
            List.of(
                    new LifecycleReader.Final(),
                    new CrudReader(),
                    new SearchReader(),
                    new DateReader(),
                    new LimitReader(),
                    new GuardReader(),
                    new HandOverReader(),
                    new EffectReader(),
                    new AmountReader(),
                    new ListReader()));

    private final Vocabulary words = new Vocabulary();
    private final Map<Statement, List<SentenceForm>> read = new LinkedHashMap<>();

    private BriefReader() {}

    /** Never fails: what is not understood stands in {@code unread}. */
    public static Discovery read(UUID messageId, String brief) {
        BriefText text = BriefText.parse(messageId, brief);
        BriefReader reader = new BriefReader();
        reader.data(text.statements());
        ROUNDS.forEach(round -> reader.round(text.statements(), round));
        return new DiscoveryWriter(messageId, text, reader.words, reader.read).write();
    }

    private void data(List<Statement> statements) {
        Map<Statement, String> names = new LinkedHashMap<>();
        statements.forEach(s -> EntityReader.name(s).ifPresent(name -> names.put(s, name)));
        FieldReader fields = new FieldReader(names.values());
        names.forEach((statement, name) -> {
            words.add(EntityReader.read(statement, name, fields));
            read.put(statement, List.of(new SentenceForm.Entity(name)));
        });
    }

    private void round(List<Statement> statements, List<FormReader> readers) {
        for (Statement statement : statements) {
            if (!read.containsKey(statement)) {
                List<SentenceForm> forms = forms(statement, readers);
                if (!forms.isEmpty()) {
                    read.put(statement, forms);
                }
            }
        }
    }

    private List<SentenceForm> forms(Statement statement, List<FormReader> readers) {
        List<SentenceForm> forms = new ArrayList<>();
        for (FormReader reader : readers) {
            forms.addAll(reader.read(statement, words));
            if (!forms.isEmpty()) {
                return forms;
            }
        }
        return forms;
    }
}
