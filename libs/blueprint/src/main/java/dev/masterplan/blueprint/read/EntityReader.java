package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Book: title (text, required), author (text)": what an entity keeps. */
final class EntityReader {

    private static final Pattern LINE = Pattern.compile("^([A-Z][A-Za-z0-9 -]{0,39}):\\s*(\\S.*)$", Pattern.DOTALL);

    private static final Pattern COMPUTED = Pattern.compile("computed:\\s*([^;,)]+)");

    private EntityReader() {}

    /** The name that the line gives an entity, empty when it describes none. */
    static Optional<String> name(Statement statement) {
        Matcher line = LINE.matcher(statement.text());
        return statement.data() && line.matches()
                ? Optional.of(Words.camel(line.group(1))).filter(n -> !n.isEmpty())
                : Optional.empty();
    }

    /** Texts of the fields that the line lists. */
    static List<String> fields(Statement statement) {
        Matcher line = LINE.matcher(statement.text());
        return line.matches() ? Splitter.fields(line.group(2).replaceAll("\\.$", "")) : List.of();
    }

    /** Adds fields to an entity; what a field's rules say that isn't understood is returned. */
    static List<String> add(EntityDraft entity, List<String> texts, FieldReader fields) {
        List<String> unread = new ArrayList<>();
        for (String text : texts) {
            FieldReader.Result result = fields.read(text);
            result.field().ifPresent(f -> {
                entity.put(f);
                Matcher computed = COMPUTED.matcher(text);
                if (computed.find()) {
                    entity.compute(f.name(), computed.group(1).strip());
                }
                result.unread().forEach(rule -> unread.add(entity.spoken() + " " + f.label() + ": " + rule));
            });
        }
        return unread;
    }
}
