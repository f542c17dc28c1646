package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm.Listing;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "List a doctor's appointments of one day, earliest first, in pages of 20". */
final class ListingCases {

    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final World world;
    private final Recipes recipes;
    private final Listing form;
    private final Aggregate aggregate;
    private final String name;
    private final String path;

    ListingCases(World world, Listing form) {
        this.world = world;
        this.recipes = new Recipes(world);
        this.form = form;
        this.aggregate = world.aggregate(form.entity());
        this.name = Python.text(form.entity());
        this.path = Python.text("/" + aggregate.path());
    }

    List<AcceptanceCase> all() {
        List<AcceptanceCase> cases = new ArrayList<>();
        for (String filter : form.filters()) {
            filtered(world.field(form.entity(), filter)).ifPresent(cases::add);
        }
        form.dayFilters().forEach(field -> cases.add(ofOneDay(field)));
        cases.add(ordered());
        cases.add(paged());
        return cases;
    }

    private Optional<AcceptanceCase> filtered(Field field) {
        Script script = new Script();
        String key = Python.text(field.name());
        if (world.isState(aggregate, field)) {
            script.add("wanted = {}");
            for (String state : aggregate.lifecycle().states()) {
                recipes.satisfying(form.entity(), List.of(new Condition(field.name(), Condition.Op.EQ, state)))
                        .ifPresent(recipe -> {
                            recipe.make(script, form.entity(), "one", Map.of());
                            script.add("wanted[%s] = one[\"id\"]", Python.text(state));
                        });
            }
            script.add("for value, one in wanted.items():")
                    .add("    answer = app.get(%s, %s=value)", path, Python.keyword(field.name()))
                    .add("    equal(ids(answer), [one], \"those that are \" + value)")
                    .add("    equal(answer.json[\"total\"], 1, \"their total\")");
        } else if (field.type() == FieldType.TEXT_LIST) {
            script.add("one = app.make(%s, %s=[\"red\", \"round\"])", name, Python.keyword(field.name()))
                    .add("app.make(%s, %s=[\"blue\"])", name, Python.keyword(field.name()))
                    .add(
                            "equal(ids(app.get(%s, %s=\"round\")), [one[\"id\"]], \"those with it\")",
                            path, Python.keyword(field.name()));
        } else if (world.isSent(aggregate, field)) {
            script.add("one = record(app.post(%s, app.complete(%s)), 201)", path, name)
                    .add("other = record(app.post(%s, app.complete(%s)), 201)", path, name)
                    .add("for r in (one, other):")
                    .add("    wanted = [w[\"id\"] for w in (one, other) if same(w[%s], field(r, %s))]", key, key)
                    .add("    assert len(wanted) == 1, \"both have the same %s\"", field.name())
                    .add(
                            "    answer = app.get(%s, %s=%s)",
                            path, Python.keyword(field.name()), query(field, "r[" + key + "]"))
                    .add("    equal(ids(answer), wanted, \"those with that %s\")", field.name())
                    .add("    equal(answer.json[\"total\"], 1, \"their total\")");
        } else {
            return Optional.empty();
        }
        return Optional.of(AcceptanceCase.of(
                "by-" + field.name().replace('_', '-'),
                aggregate.plural() + " with different " + field.name(),
                "they are listed by one " + field.name(),
                "exactly those with it are listed, and the total counts them",
                script.says("listed by " + field.name() + " → 200")));
    }

    private static String query(Field field, String value) {
        return field.type() == FieldType.BOOLEAN ? "str(" + value + ").lower()" : value;
    }

    private AcceptanceCase ofOneDay(String field) {
        Script script = new Script().add("made = {}");
        for (int days : new int[] {2, 3, 4}) {
            script.add("one = app.make(%s, %s=app.time(days=%d))", name, field, days)
                    .add("made[app.day(%d)] = one[\"id\"]", days);
        }
        script.add("for day, one in made.items():")
                .add("    answer = app.get(%s, %s_on=day)", path, field)
                .add("    equal(ids(answer), [one], \"those of \" + day)")
                .add("    equal(answer.json[\"total\"], 1, \"their total\")")
                .add("equal(ids(app.get(%s, %s_on=app.day(9))), [], \"those of an empty day\")", path, field);
        return AcceptanceCase.of(
                "of-one-day",
                aggregate.plural() + " on three days",
                "they are listed by " + field + "_on, for each day and for an empty day",
                "exactly those of the day are listed",
                script.says("listed by day → 200"));
    }

    private AcceptanceCase ordered() {
        Script script = new Script().add("made = []");
        Optional<Field> moment = Optional.ofNullable(form.sort())
                .flatMap(aggregate::field)
                .filter(f -> world.isSent(aggregate, f))
                .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.DATETIME);
        for (int days : new int[] {2, 6, 4}) {
            String given = moment.map(
                            f -> ", " + f.name() + (f.type() == FieldType.DATE ? "=app.day(%d)" : "=app.time(days=%d)"))
                    .map(text -> text.formatted(days))
                    .orElse("");
            script.add("made.append(app.make(%s%s)[\"id\"])", name, given);
        }
        String expected = moment.isPresent()
                ? form.descending() ? "[made[1], made[2], made[0]]" : "[made[0], made[2], made[1]]"
                : form.descending() ? "made[::-1]" : "made";
        script.add("equal(ids(app.get(%s)), %s, \"the order\")", path, expected);
        return AcceptanceCase.of(
                "order",
                "three of the " + aggregate.plural(),
                "they are listed",
                "their order is by " + (form.sort() == null ? "id" : form.sort())
                        + (form.descending() ? ", downwards" : ""),
                script.says("in the right order → 200"));
    }

    private AcceptanceCase paged() {
        int size = form.pageSize() == null ? PAGE : form.pageSize();
        int largest = form.maxPageSize() == null ? LARGEST_PAGE : form.maxPageSize();
        Script script = new Script()
                .add("made = [app.make(%s)[\"id\"] for _ in range(%d)]", name, size + 1)
                .add("first = app.get(%s)", path)
                .add("second = app.get(%s, page=2)", path)
                .add("holds(expect(first, 200), {\"total\": %d, \"page\": 1, \"page_size\": %d})", size + 1, size)
                .add("equal([len(ids(first)), len(ids(second))], [%d, 1], \"the sizes of the pages\")", size)
                .add("equal(sorted(ids(first) + ids(second)), made, \"what the pages hold\")")
                .add(
                        "equal(len(ids(app.get(%s, page_size=%d))), %d, \"the largest page\")",
                        path, largest, Math.min(largest, size + 1))
                .add("for query in ({\"page\": 0}, {\"page_size\": 0}, {\"page_size\": %d}):", largest + 1)
                .add("    refused(app.get(%s, **query), 422)", path);
        return AcceptanceCase.of(
                "pages",
                (size + 1) + " " + aggregate.plural(),
                "they are listed by pages, then with page sizes that are not allowed",
                "the first page holds " + size + ", the second the rest, others are refused with 422",
                script.says("pages of " + size + " → 200"));
    }
}
