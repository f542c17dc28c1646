package dev.masterplan.blueprint.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the entities of a brief: lines of data sections, tables and sentences of prose. */
final class DataReader {

    private final Vocabulary words;
    private final Map<Statement, List<String>> entities = new LinkedHashMap<>();

    DataReader(Vocabulary words) {
        this.words = words;
    }

    /** Each statement that describes data, with the names of its entities. */
    Map<Statement, List<String>> entities() {
        return entities;
    }

    /** The statements, prose cut into clauses; parts of data that nobody writes yet follow their line. */
    List<Statement> read(List<Statement> statements) {
        boolean told = statements.stream().noneMatch(s -> EntityReader.name(s).isPresent());
        List<Statement> cut = new ArrayList<>();
        Map<Statement, List<ProseLine>> prose = new LinkedHashMap<>();
        for (Statement statement : statements) {
            cut.addAll(told ? tell(statement, prose) : name(statement));
        }
        entities.values().stream().flatMap(List::stream).forEach(name -> words.add(new EntityDraft(name, line(name))));
        FieldReader fields =
                new FieldReader(words.entities().stream().map(EntityDraft::name).toList());
        List<Statement> all = new ArrayList<>();
        for (Statement statement : cut) {
            all.add(statement);
            describe(statement, prose.get(statement), fields).forEach(rest -> all.add(statement.clause(rest)));
        }
        entities.values().removeIf(List::isEmpty);
        return all;
    }

    private List<Statement> name(Statement statement) {
        EntityReader.name(statement).ifPresent(name -> entities.put(statement, List.of(name)));
        return List.of(statement);
    }

    /** Prose is asked for entities only when no line of data describes any. */
    private List<Statement> tell(Statement statement, Map<Statement, List<ProseLine>> prose) {
        List<Statement> clauses = new ArrayList<>();
        boolean found = false;
        for (String part : Splitter.clauses(statement.plain())) {
            Statement clause = statement.clause(part);
            List<ProseLine> lines = ProseLine.read(part);
            found |= !lines.isEmpty();
            if (!lines.isEmpty()) {
                prose.put(clause, lines);
                entities.put(clause, lines.stream().map(ProseLine::name).toList());
            }
            clauses.add(clause);
        }
        return found ? clauses : List.of(statement);
    }

    private int line(String name) {
        return entities.entrySet().stream()
                .filter(e -> e.getValue().contains(name))
                .map(e -> e.getKey().source().line())
                .findFirst()
                .orElse(1);
    }

    /** Adds the fields; returns what was not understood of them. */
    private List<String> describe(Statement statement, List<ProseLine> prose, FieldReader fields) {
        List<String> unread = new ArrayList<>();
        if (prose == null) {
            for (String name : entities.getOrDefault(statement, List.of())) {
                EntityDraft entity = words.entity(name).orElseThrow();
                unread.addAll(EntityReader.add(entity, EntityReader.fields(statement), fields));
            }
            return unread;
        }
        List<String> kept = new ArrayList<>();
        for (ProseLine line : prose) {
            EntityDraft entity = words.entity(line.name()).orElseThrow();
            unread.addAll(EntityReader.add(entity, line.fields(), fields));
            unread.addAll(line.unread());
            line.assumed().forEach(entity::assume);
            if (!line.fields().isEmpty()) {
                kept.add(line.name());
            }
        }
        entities.put(statement, kept);
        return unread;
    }
}
