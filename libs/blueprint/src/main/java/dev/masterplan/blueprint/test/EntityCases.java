package dev.masterplan.blueprint.test;

import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** "Book: title (text, required, up to 200 characters), …": each rule of each field, from both sides. */
final class EntityCases {

    private final World world;
    private final Aggregate aggregate;
    private final String name;
    private final String path;
    private final String words;

    EntityCases(World world, Aggregate aggregate) {
        this.world = world;
        this.aggregate = aggregate;
        this.name = Python.text(aggregate.name());
        this.path = Python.text("/" + aggregate.path());
        this.words = Python.words(aggregate.name());
    }

    List<AcceptanceCase> all() {
        return Stream.of(Optional.of(kept()), required(), limits(), Optional.of(foreign()), unique(), references())
                .flatMap(Optional::stream)
                .toList();
    }

    private AcceptanceCase kept() {
        Map<String, String> empty = unsent();
        Script script = new Script()
                .add("body = app.complete(%s)", name)
                .add("full = record(app.post(%s, body), 201)", path)
                .add("holds(full, body)")
                .add("equal(app.read(%s, full), full, \"what is read again\")", name)
                .add("body = app.body(%s)", name)
                .add("short = record(app.post(%s, body), 201)", path)
                .add("holds(short, {**body%s})", empty.isEmpty() ? "" : ", **" + Python.dictionary(empty));
        for (Field field : aggregate.fields()) {
            if (field.computed()) {
                script.add("field(short, %s)", Python.text(field.name()));
            }
        }
        unsaid(script);
        return AcceptanceCase.of(
                "keeps-what-was-sent",
                "a valid " + words + " with every field, and one with the required fields only",
                "both are sent and read again, then each optional field of the first is changed to null",
                "all values are kept, and those not sent or null have their default or are null",
                script.says("every field kept → 201"));
    }

    /** Null says nothing, in a change as in a new record. */
    private void unsaid(Script script) {
        Map<String, String> values = unsent();
        world.sent(aggregate).stream()
                .filter(f -> values.containsKey(f.name()) && f.type() != FieldType.REFERENCE)
                .filter(f -> world.isFree(aggregate.name()))
                .forEach(f -> script.add(
                        "holds(app.change(%s, full, %s=None), {%s: %s})",
                        name, Python.keyword(f.name()), Python.text(f.name()), values.get(f.name())));
    }

    /** What a field is when nobody sends it. */
    private Map<String, String> unsent() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : aggregate.fields()) {
            if (world.isState(aggregate, field)) {
                values.put(field.name(), Python.text(aggregate.lifecycle().initial()));
            } else if (field.computed() || field.type() == FieldType.TEXT_LIST
                    ? field.defaultValue() != null
                    : !world.isNeeded(aggregate, field)) {
                values.put(field.name(), Python.value(field, field.defaultValue()));
            }
        }
        return values;
    }

    private Optional<AcceptanceCase> required() {
        List<String> needed = aggregate.fields().stream()
                .filter(f -> world.isNeeded(aggregate, f))
                .map(Field::name)
                .toList();
        if (needed.isEmpty()) {
            return Optional.empty();
        }
        Script script = new Script()
                .add("made = app.make(%s)", name)
                .add("for name in %s:", Python.list(needed))
                .add("    refused(app.post(%s, app.body(%s, **{name: LEFT_OUT})), 422)", path, name)
                .add("    for empty in (None, \"\"):")
                .add("        refused(app.post(%s, app.body(%s, **{name: empty})), 422)", path, name)
                .add("        refused(app.patch(app.path(%s, made), {name: empty}), 422)", name)
                .add("equal(app.read(%s, made), made, \"the %s after refused changes\")", name, words)
                .add("equal(ids(app.get(%s)), [made[\"id\"]], \"what is listed\")", path);
        return Optional.of(AcceptanceCase.of(
                "required-fields",
                "a valid " + words,
                "each of " + String.join(", ", needed)
                        + " is left out, then sent as null and empty, on creation and on change",
                "each time the answer is 422 and nothing is stored",
                script.says("required field left out → 422")));
    }

    private Optional<AcceptanceCase> limits() {
        List<String> accepted = FieldValues.accepted(world.sent(aggregate));
        List<String> refused = FieldValues.refused(world.sent(aggregate));
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        Script script = new Script().add("made = app.make(%s)", name);
        if (!accepted.isEmpty()) {
            table(script, accepted)
                    .add("    one = app.make(%s, **{name: value})", name)
                    .add("    holds(one, {name: value})")
                    .add("    equal(app.read(%s, one), one, \"what is read again\")", name);
        }
        table(script, refused)
                .add("    refused(app.post(%s, app.body(%s, **{name: value})), 422)", path, name)
                .add("    refused(app.patch(app.path(%s, made), {name: value}), 422)", name);
        world.sent(aggregate).stream().filter(f -> f.pattern() != null).forEach(f -> nearMisses(script, f));
        script.add("equal(app.read(%s, made), made, \"the %s after refused changes\")", name, words);
        return Optional.of(AcceptanceCase.of(
                "limits",
                "a valid " + words,
                "values that lie just on a limit of length, range or choice are sent, then values just beyond one, "
                        + "or of a wrong type",
                "the first are kept, the others refused with 422, on creation and on change",
                script.says("on a limit → 201, beyond it → 422")));
    }

    private void nearMisses(Script script, Field field) {
        String key = Python.text(field.name());
        script.add("fitting = app.complete(%s)[%s]", name, key)
                .add("for value in app.near_misses(%s, %s, fitting):", name, key)
                .add("    refused(app.post(%s, app.body(%s, **{%s: value})), 422)", path, name, key)
                .add("    refused(app.patch(app.path(%s, made), {%s: value}), 422)", name, key);
    }

    private static Script table(Script script, List<String> pairs) {
        script.add("for name, value in [");
        pairs.forEach(pair -> script.add("    %s,", pair));
        return script.add("]:");
    }

    private AcceptanceCase foreign() {
        List<String> unsent = new ArrayList<>(List.of("(\"no_such_field\", 1)"));
        for (Field field : aggregate.fields()) {
            if (!world.isSent(aggregate, field)) {
                unsent.add("(" + Python.text(field.name()) + ", field(made, " + Python.text(field.name()) + "))");
            }
        }
        Script script = new Script()
                .add("made = app.make(%s)", name)
                .add("for name, value in [%s]:", String.join(", ", unsent))
                .add("    refused(app.post(%s, app.body(%s, **{name: value})), 422)", path, name)
                .add("    refused(app.patch(app.path(%s, made), {name: value}), 422)", name)
                .add("for raw in (\"{\", \"[]\", \"7\"):")
                .add("    refused(app.post(%s, raw=raw), 400)", path)
                .add("    refused(app.patch(app.path(%s, made), raw=raw), 400)", name);
        return AcceptanceCase.of(
                "foreign-fields",
                "a valid " + words,
                "a field that does not exist or that the program sets is sent, then a body that is no JSON object",
                "the answers are 422, then 400",
                script.says("unknown field → 422, no JSON object → 400"));
    }

    private Optional<AcceptanceCase> unique() {
        List<Field> unique = aggregate.fields().stream().filter(Field::unique).toList();
        if (unique.isEmpty()) {
            return Optional.empty();
        }
        Script script = new Script()
                .add("first = app.make(%s, **app.complete(%s))", name, name)
                .add("second = app.make(%s, **app.complete(%s))", name, name);
        for (Field field : unique) {
            String key = Python.text(field.name());
            int status = world.duplicateStatus(aggregate.name(), field.name());
            script.add("taken = {%s: field(first, %s)}", key, key)
                    .add("refused(app.post(%s, app.body(%s, **taken)), %d)", path, name, status)
                    .add("refused(app.patch(app.path(%s, second), taken), %d)", name, status)
                    .add("holds(app.change(%s, first, **taken), taken)", name);
        }
        script.add("equal(app.read(%s, second), second, \"the second %s\")", name, words);
        return Optional.of(AcceptanceCase.of(
                "unique-fields",
                "two of the " + aggregate.plural(),
                "a third, or the second, takes the first one's "
                        + String.join(", ", unique.stream().map(Field::name).toList()),
                "it is refused, and the first may be sent its own value again",
                script.says("the same value twice → refused")));
    }

    private Optional<AcceptanceCase> references() {
        List<Field> references = world.sent(aggregate).stream()
                .filter(f -> f.type() == FieldType.REFERENCE)
                .toList();
        if (references.isEmpty()) {
            return Optional.empty();
        }
        Script script = new Script().add("made = app.make(%s)", name);
        for (Field field : references) {
            String missing = "{" + Python.text(field.name()) + ": ABSENT_ID}";
            script.add("refused(app.post(%s, app.body(%s, **%s)), 409)", path, name, missing)
                    .add("refused(app.patch(app.path(%s, made), %s), 409)", name, missing);
        }
        for (Field field : references) {
            if (field.required() && world.allows(field.references(), "delete")) {
                String target =
                        Python.text("/" + world.aggregate(field.references()).path() + "/");
                script.add("refused(app.delete(%s + str(made[%s])), 409)", target, Python.text(field.name()));
            }
        }
        script.add("equal(app.read(%s, made), made, \"the %s after refused changes\")", name, words);
        return Optional.of(AcceptanceCase.of(
                "references",
                "a valid " + words,
                "an id that does not exist is sent as "
                        + String.join(", ", references.stream().map(Field::name).toList())
                        + ", and what it refers to is deleted",
                "each is refused with 409",
                script.says("reference to nothing → 409")));
    }
}
