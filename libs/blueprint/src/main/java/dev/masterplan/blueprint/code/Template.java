package dev.masterplan.blueprint.code;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with names in angle quotes: {@code def «name»(db):}; a value never gets replaced again. */
final class Template {

    private static final Pattern SLOT = Pattern.compile("«(\\w+)»");

    private Template() {}

    /** @throws IllegalArgumentException when a slot has no value */
    static String fill(String template, Map<String, String> values) {
        return SLOT.matcher(template).replaceAll(slot -> {
            String value = values.get(slot.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + slot.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** The names of a feature: one, many, a, table, url, row, Class. */
    static Map<String, String> names(Feature feature) {
        return Map.of(
                "one", feature.one(),
                "many", feature.many(),
                "a", feature.article(),
                "table", Sql.name(feature.table()),
                "url", feature.url(),
                "row", feature.variable(),
                "Class", feature.aggregate().name());
    }
}
