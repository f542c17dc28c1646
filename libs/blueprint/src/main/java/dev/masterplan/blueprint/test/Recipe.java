package dev.masterplan.blueprint.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a new record comes to satisfy conditions.
 *
 * @param with  fields to send, as Python expressions
 * @param after statements after its creation; {@code §} stands for its variable
 * @param days  days that have to pass after that
 */
record Recipe(Map<String, String> with, List<String> after, int days) {

    private static final String SELF = "§";

    Recipe {
        with = new LinkedHashMap<>(with);
        after = List.copyOf(after);
    }

    static Recipe plain() {
        return new Recipe(Map.of(), List.of(), 0);
    }

    Recipe with(String field, String expression) {
        Map<String, String> more = new LinkedHashMap<>(with);
        more.put(field, expression);
        return new Recipe(more, after, days);
    }

    Recipe then(List<String> lines) {
        List<String> more = new ArrayList<>(after);
        more.addAll(lines);
        return new Recipe(with, more, days);
    }

    Recipe atLeast(int wanted) {
        return new Recipe(with, after, Math.max(days, wanted));
    }

    /** Adds creation and the statements after it, but lets no day pass. */
    void make(Script script, String entity, String variable, Map<String, String> given) {
        Map<String, String> fields = new LinkedHashMap<>(with);
        fields.putAll(given);
        script.add("%s = app.make(%s%s)", variable, Python.text(entity), keywords(fields));
        follow(script, variable);
    }

    /** Adds the statements after the creation. */
    void follow(Script script, String variable) {
        after.forEach(line -> script.add("%s", line.replace(SELF, variable)));
    }

    /** Lets the days pass. */
    void pass(Script script) {
        if (days > 0) {
            script.add("app.later(days=%d)", days);
        }
    }

    /** {@code , title="x", copy_id=copy["id"]} */
    static String keywords(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> ", " + Python.keyword(e.getKey()) + "=" + e.getValue())
                .collect(Collectors.joining());
    }
}
