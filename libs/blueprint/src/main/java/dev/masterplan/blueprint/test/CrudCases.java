package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.ChangeOnlyWhile;
import dev.masterplan.blueprint.form.SentenceForm.Crud;
import dev.masterplan.blueprint.form.SentenceForm.Listing;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "Books can be registered, changed, listed and deleted": each operation that the sentence names. */
final class CrudCases {

    private static final int SHORT_TEXT = 200;
    private static final int LARGEST_PAGE = 100;

    private final World world;
    private final Crud crud;
    private final Aggregate aggregate;
    private final String name;
    private final String path;
    private final String words;

    CrudCases(World world, Crud crud) {
        this.world = world;
        this.crud = crud;
        this.aggregate = world.aggregate(crud.entity());
        this.name = Python.text(aggregate.name());
        this.path = Python.text("/" + aggregate.path());
        this.words = Python.words(aggregate.name());
    }

    List<AcceptanceCase> all() {
        List<AcceptanceCase> cases = new ArrayList<>();
        if (names("create") || names("read")) {
            cases.add(created());
        }
        if (names("update")) {
            cases.add(changed());
        }
        if (names("list")) {
            cases.add(listed());
        }
        if (names("delete")) {
            cases.add(deleted());
        }
        return cases;
    }

    private boolean names(String operation) {
        return crud.operations().contains(operation);
    }

    private AcceptanceCase created() {
        Script script = new Script()
                .add("first = record(app.post(%s, app.body(%s)), 201)", path, name)
                .add("second = app.make(%s)", name)
                .add("equal([first[\"id\"], second[\"id\"]], [1, 2], \"the ids\")")
                .add("equal(app.read(%s, first), first, \"the first %s\")", name, words)
                .add("equal(app.read(%s, second), second, \"the second %s\")", name, words)
                .add("refused(app.get(%s + \"/%%d\" %% ABSENT_ID), 404)", path)
                .add("refused(app.get(app.path(%s, first, \"/no-such-path\")), 404)", name)
                .add("refused(app.request(\"PUT\", %s), 405)", path);
        return AcceptanceCase.of(
                "create-and-read",
                "an empty program",
                "two of the " + aggregate.plural()
                        + " are made and read, then one that does not exist, an unknown path, an unknown method",
                "each is as it was made, and the last answers are 404, 404 and 405",
                script.says(words + " made → 201, read → 200"));
    }

    private AcceptanceCase changed() {
        Script script = new Script()
                .add("longest = %s", Python.dictionary(longest()))
                .add("first = app.make(%s, **{**app.complete(%s), **longest})", name, name)
                .add("other = app.make(%s)", name)
                .add("changes = app.complete(%s)", name);
        plainTexts()
                .forEach(f ->
                        script.add("changes[%s] = changes[%s].upper()", Python.text(f.name()), Python.text(f.name())));
        kept().forEach(r -> script.add("changes.pop(%s, None)", Python.text(r)));
        script.add("for field_name, value in [*changes.items(), *longest.items()]:")
                .add("    before = app.read(%s, first)", name)
                .add("    after = app.change(%s, first, **{field_name: value})", name)
                .add("    holds(after, {field_name: value})")
                .add("    equal(app.read(%s, first), after, \"what is read again\")", name)
                .add("    for kept in %s:", Python.list(sentNames()))
                .add("        if kept != field_name:")
                .add("            equal(field(after, kept), field(before, kept), kept)")
                .add("equal(app.read(%s, other), other, \"the other %s\")", name, words)
                .add("refused(app.patch(%s + \"/%%d\" %% ABSENT_ID, changes), 404)", path);
        return AcceptanceCase.of(
                "changed-one-by-one",
                "two of the " + aggregate.plural(),
                "the fields of the first are changed one after the other, then those of one that does not exist",
                "only that field of that " + words + " is changed, and the last answer is 404",
                script.says(words + " changed → 200"));
    }

    /** Each as long as it may be, so that nothing is cut on the way. */
    private Map<String, String> longest() {
        Map<String, String> values = new LinkedHashMap<>();
        plainTexts()
                .filter(f -> f.maxLength() != null && f.maxLength() <= SHORT_TEXT && !f.unique())
                .forEach(f -> values.put(f.name(), "\"ä\" * " + f.maxLength()));
        return values;
    }

    private Stream<Field> plainTexts() {
        return world.sent(aggregate).stream().filter(f -> f.type() == FieldType.TEXT && f.pattern() == null);
    }

    /** References that stay, or whose new owner another sentence would have to like. */
    private List<String> kept() {
        List<String> movable =
                world.movable(aggregate).stream().map(Field::name).toList();
        Set<String> guarded = world.forms(ChangeOnlyWhile.class)
                .filter(f -> f.entity().equals(aggregate.name()) && f.via() != null)
                .map(ChangeOnlyWhile::via)
                .collect(Collectors.toSet());
        return aggregate.fields().stream()
                .filter(f -> f.type() == FieldType.REFERENCE)
                .map(Field::name)
                .filter(f -> !movable.contains(f) || guarded.contains(f))
                .toList();
    }

    private List<String> sentNames() {
        return world.sent(aggregate).stream().map(Field::name).toList();
    }

    private AcceptanceCase listed() {
        Script script = new Script()
                .add("made = [app.make(%s) for _ in range(3)]", name)
                .add("equal(members(app.get(%s)), made, \"the list\")", path)
                .add("order = ids(app.get(%s))", path)
                .add("answer = app.get(%s, page=2, page_size=2)", path)
                .add("equal(ids(answer), order[2:], \"the second page of two\")")
                .add("holds(answer.json, {\"total\": 3, \"page\": 2, \"page_size\": 2})");
        sortable().ifPresent(field -> {
            String key = Python.text(field.name());
            script.add("one = made[1][%s]", key)
                    .add("wanted = [r[\"id\"] for r in made if r[%s] == one]", key)
                    .add("answer = app.get(%s, %s=one)", path, Python.keyword(field.name()))
                    .add("equal(member_ids(answer), wanted, \"those with one %s\")", field.name())
                    .add("equal(answer.json[\"total\"], len(wanted), \"their total\")")
                    .add("down = sorted((r[%s] for r in made), reverse=True)", key)
                    .add("answer = app.get(%s, sort=\"-%s\")", path, field.name())
                    .add("equal([field(r, %s) for r in items(answer)], down, \"sorted downwards\")", key);
        });
        int largest = largestPage();
        script.add("equal(len(items(app.get(%s, page_size=1))), 1, \"the smallest page\")", path)
                .add("equal(len(items(app.get(%s, page_size=%d))), 3, \"the largest page\")", path, largest)
                .add(
                        "for query in ({\"page\": 0}, {\"page_size\": 0}, {\"page_size\": %d}, {\"page\": \"x\"}):",
                        largest + 1)
                .add("    refused(app.get(%s, **query), 422)", path)
                .add("refused(app.get(%s, no_such_field=1), 422)", path)
                .add("refused(app.get(%s, sort=\"no_such_field\"), 422)", path);
        return AcceptanceCase.of(
                "listed",
                "three of the " + aggregate.plural(),
                "they are listed: all, by pages of two, by the value of a field, sorted, with wrong parameters",
                "the list, its total and its order are right, and wrong parameters are refused with 422",
                script.says("three " + aggregate.plural() + " listed → 200"));
    }

    private int largestPage() {
        return world.forms(Listing.class)
                .filter(l -> l.entity().equals(aggregate.name()) && l.maxPageSize() != null)
                .map(Listing::maxPageSize)
                .findFirst()
                .orElse(LARGEST_PAGE);
    }

    /** A short text that every record has. */
    private Optional<Field> sortable() {
        return world.sent(aggregate).stream()
                .filter(f -> world.isNeeded(aggregate, f))
                .filter(f -> f.type() == FieldType.TEXT || f.type() == FieldType.EMAIL)
                .filter(f -> f.maxLength() == null || f.maxLength() <= SHORT_TEXT)
                .findFirst();
    }

    /** Takes the steps after which both may be deleted. */
    private void released(Script script) {
        Set<String> held = world.bonds().held(aggregate.name());
        if (aggregate.lifecycle() == null
                || !held.contains(aggregate.lifecycle().initial())) {
            return;
        }
        new Recipes(world).toState(aggregate, state -> !held.contains(state)).ifPresent(way -> {
            Recipe.plain().then(way).follow(script, "first");
            Recipe.plain().then(way).follow(script, "second");
        });
    }

    private AcceptanceCase deleted() {
        Script script = new Script().add("first = app.make(%s)", name).add("second = app.make(%s)", name);
        released(script);
        script.add("second = app.read(%s, second)", name)
                .add("expect(app.delete(app.path(%s, first)), 204)", name)
                .add("refused(app.get(app.path(%s, first)), 404)", name)
                .add("refused(app.delete(app.path(%s, first)), 404)", name)
                .add("equal(app.read(%s, second), second, \"the second %s\")", name, words)
                .add("equal(ids(app.get(%s)), [second[\"id\"]], \"what is listed\")", path)
                .add("expect(app.delete(app.path(%s, second)), 204)", name)
                .add("equal(app.make(%s)[\"id\"], 3, \"the id of the next\")", name);
        return AcceptanceCase.of(
                "deleted",
                "two of the " + aggregate.plural(),
                "the first is deleted, twice, then the second, and another one is made",
                "the answers are 204 and 404, it is gone, the second is still there, and no id is given twice",
                script.says(words + " deleted → 204"));
    }
}
