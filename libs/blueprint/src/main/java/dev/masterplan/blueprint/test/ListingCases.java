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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            script.add("wanted, rows = {}, []");
            for (String state : aggregate.lifecycle().states()) {
                recipes.satisfying(form.entity(), List.of(new Condition(field.name(), Condition.Op.EQ, state)))
                        .ifPresent(recipe -> {
                            recipe.make(script, form.entity(), "one", Map.of());
                            script.add("rows.append(app.read(%s, one))", name)
                                    .add("wanted[%s] = one[\"id\"]", Python.text(state));
                        });
            }
            script.add("for value, one in wanted.items():")
                    .add("    answer = app.get(%s, %s=value)", path, Python.keyword(field.name()))
                    .add("    equal(ids(answer), [one], \"those that are \" + value)")
                    .add("    equal(answer.json[\"total\"], 1, \"their total\")");
            both(script, field);
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
                    .add("    equal(answer.json[\"total\"], 1, \"their total\")")
                    .add("rows = [one, other]");
            both(script, field);
        } else {
            return Optional.empty();
        }
        return Optional.of(AcceptanceCase.of(
                "by-" + field.name().replace('_', '-'),
                aggregate.plural() + " with different " + field.name(),
                "they are listed by one " + field.name()
                        + others(field)
                                .map(o -> ", and by " + o.name() + " as well")
                                .collect(Collectors.joining()),
                "exactly those with it are listed, and the total counts them",
                script.says("listed by " + field.name() + " → 200")));
    }

    /** Two filters at once: those with both. */
    private void both(Script script, Field field) {
        others(field)
                .forEach(other -> script.add("for one in rows:")
                        .add("    for two in rows:")
                        .add(
                                "        both = {%s: one[%s], %s: two[%s]}",
                                text(field), text(field), text(other), text(other))
                        .add("        wanted = [r[\"id\"] for r in rows if all(same(r[f], both[f]) for f in both)]")
                        .add(
                                "        answer = app.get(%s, %s=%s, %s=%s)",
                                path,
                                Python.keyword(field.name()),
                                query(field, "both[" + text(field) + "]"),
                                Python.keyword(other.name()),
                                query(other, "both[" + text(other) + "]"))
                        .add("        if None not in both.values():")
                        .add("            equal(member_ids(answer), wanted, \"those with both\")"));
    }

    private Stream<Field> others(Field field) {
        return form.filters().stream()
                .filter(f -> !f.equals(field.name()))
                .map(f -> world.field(form.entity(), f))
                .filter(f -> field.type() != FieldType.TEXT_LIST && f.type() != FieldType.TEXT_LIST)
                .filter(f -> world.isSent(aggregate, f) || world.isState(aggregate, f));
    }

    private static String text(Field field) {
        return Python.text(field.name());
    }

    private static String query(Field field, String value) {
        return field.type() == FieldType.BOOLEAN ? "str(" + value + ").lower()" : value;
    }

    private AcceptanceCase ofOneDay(String field) {
        Script script = new Script()
                .add("made = {}")
                .add("for day in (app.day(2), app.day(3), app.day(4)):")
                .add("    made[day] = []")
                .add("    for time in (\"00:00:00\", \"12:30:00\", \"23:59:59\"):")
                .add("        fields = app.complete(%s, %s=day + \"T\" + time + \"Z\")", name, field)
                .add("        made[day].append(app.make(%s, **fields)[\"id\"])", name);
        inEachState(script, field);
        script.add("for day, those in made.items():")
                .add("    answer = app.get(%s, %s_on=day)", path, field)
                .add("    equal(member_ids(answer), those, \"those of \" + day)")
                .add("    equal(answer.json[\"total\"], len(those), \"their total\")");
        form.filters().stream()
                .map(f -> world.field(form.entity(), f))
                .filter(f -> f.type() == FieldType.REFERENCE && world.isSent(aggregate, f))
                .forEach(f -> script.add("for one in items(app.get(%s, %s_on=app.day(2))):", path, field)
                        .add(
                                "    wanted = [o[\"id\"] for o in items(app.get(%s, %s_on=app.day(2))) if o[%s] == one[%s]]",
                                path, field, text(f), text(f))
                        .add(
                                "    answer = app.get(%s, %s_on=app.day(2), %s=one[%s])",
                                path, field, Python.keyword(f.name()), text(f))
                        .add("    equal(ids(answer), wanted, \"those of a day and one %s\")", f.name()));
        script.add("equal(ids(app.get(%s, %s_on=app.day(9))), [], \"those of an empty day\")", path, field);
        return AcceptanceCase.of(
                "of-one-day",
                aggregate.plural() + " on three days, from their first to their last second, in every state",
                "they are listed by " + field + "_on, for each day and for an empty day",
                "exactly those of the day are listed",
                script.says("listed by day → 200"));
    }

    /** A day has those that are over, too. */
    private void inEachState(Script script, String field) {
        if (aggregate.lifecycle() == null) {
            return;
        }
        aggregate.lifecycle().states().stream()
                .filter(state -> !state.equals(aggregate.lifecycle().initial()))
                .flatMap(state -> recipes.toState(aggregate, state::equals).stream())
                .forEach(way -> {
                    script.add("one = app.make(%s, %s=app.day(3) + \"T15:00:00Z\")", name, field);
                    Recipe.plain().then(way).follow(script, "one");
                    script.add("made[app.day(3)].append(one[\"id\"])");
                });
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
