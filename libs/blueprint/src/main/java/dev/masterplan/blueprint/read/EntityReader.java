package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Words;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Book: title (text, required), author (text)": what an entity keeps. */
final class EntityReader {

    private static final Pattern LINE = Pattern.compile("^([A-Z][A-Za-z0-9 -]{0,39}):\\s*(\\S.*)$", Pattern.DOTALL);

    private EntityReader() {}

    /** The name that the line gives an entity, empty when it describes none. */
    static Optional<String> name(Statement statement) {
        Matcher line = LINE.matcher(statement.text());
        return statement.data() && line.matches()
                ? Optional.of(Words.camel(line.group(1))).filter(n -> !n.isEmpty())
                : Optional.empty();
    }

    static EntityDraft read(Statement statement, String name, FieldReader fields) {
        EntityDraft entity = new EntityDraft(name, statement.source().line());
        Matcher line = LINE.matcher(statement.text());
        if (line.matches()) {
            for (String field : Splitter.fields(line.group(2).replaceAll("\\.$", ""))) {
                fields.read(field).ifPresent(entity::put);
            }
        }
        return entity;
    }
}
