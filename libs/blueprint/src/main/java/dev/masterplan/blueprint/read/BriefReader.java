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
            List.of(new LifecycleReader(), new StepsReader()),
            List.of(new StepsReader(), new DefinitionReader(), new UniqueReader(), new DefaultReader()),
            List.of(
                    new LifecycleReader.Final(),
                    new CrudReader(),
                    new SearchReader(),
                    new DateReader(),
                    new LimitReader(),
                    new WhileReader(),
                    new OnlyIfReader(),
                    new SumReader(),
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
        List<Statement> statements = reader.data(text.statements());
        ROUNDS.forEach(round -> reader.round(statements, round));
        List<Statement> clauses = reader.clauses(statements);
        ROUNDS.forEach(round -> reader.round(clauses, round));
        reader.sums(clauses);
        return new DiscoveryWriter(messageId, text, clauses, reader.words, reader.read).write();
    }

    /** A sentence that is not understood as a whole is cut where two rules meet. */
    private List<Statement> clauses(List<Statement> statements) {
        List<Statement> clauses = new ArrayList<>();
        for (Statement statement : statements) {
            List<String> parts = read.containsKey(statement) ? List.of() : Splitter.clauses(statement.plain());
            if (parts.size() < 2) {
                clauses.add(statement);
            } else {
                parts.forEach(part -> clauses.add(statement.clause(part)));
            }
        }
        return clauses;
    }

    /** A sum that the data describes and no sentence speaks of is kept with its data. */
    private void sums(List<Statement> statements) {
        for (Statement statement : statements) {
            List<SentenceForm> forms = read.getOrDefault(statement, List.of());
            if (!forms.isEmpty() && forms.getFirst() instanceof SentenceForm.Entity entity) {
                List<SentenceForm> all = new ArrayList<>(forms);
                EntityDraft draft = words.entity(entity.entity()).orElseThrow();
                draft.fields().stream()
                        .flatMap(f -> SumReader.sum(words, draft, f.name()).stream())
                        .filter(sum -> read.values().stream().noneMatch(known -> known.contains(sum)))
                        .forEach(all::add);
                read.put(statement, all);
            }
        }
    }

    /** Reads what describes data; returns the statements with prose cut into its clauses and what it left unread. */
    private List<Statement> data(List<Statement> statements) {
        DataReader data = new DataReader(words);
        List<Statement> all = data.read(statements);
        data.entities()
                .forEach((statement, names) -> read.put(
                        statement,
                        names.stream()
                                .<SentenceForm>map(SentenceForm.Entity::new)
                                .toList()));
        return all;
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
