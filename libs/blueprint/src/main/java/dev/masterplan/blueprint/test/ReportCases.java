package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.DateAfter;
import dev.masterplan.blueprint.form.SentenceForm.Definition;
import dev.masterplan.blueprint.form.SentenceForm.Report;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "List overdue loans, longest overdue first": who is on the list, and in which order; and what the adjective means. */
final class ReportCases {

    /** Days by which three records differ, not in the order in which they are made. */
    private static final int[] SHIFTS = {1, 5, 3};

    private static final String ASCENDING = "[made[1], made[2], made[0]]";
    private static final String DESCENDING = "[made[0], made[2], made[1]]";

    private final World world;
    private final Recipes recipes;

    ReportCases(World world) {
        this.world = world;
        this.recipes = new Recipes(world);
    }

    List<AcceptanceCase> report(Report form) {
        Optional<Recipe> recipe = recipes.satisfying(form.entity(), form.where());
        return recipe.map(r -> List.of(order(form, r), membership(form, r))).orElse(List.of());
    }

    private AcceptanceCase order(Report form, Recipe recipe) {
        Optional<Field> shifted = shifted(form);
        Script script = new Script().add("made = []");
        for (int shift : SHIFTS) {
            Map<String, String> given =
                    shifted.map(f -> Map.of(f.name(), shiftedValue(f, shift))).orElse(Map.of());
            recipe.make(script, form.entity(), "one", given);
            script.add("made.append(one[\"id\"])");
        }
        recipe.pass(script);
        boolean byValue = shifted.isPresent();
        String ascending = byValue ? ASCENDING : "made";
        String descending = byValue ? DESCENDING : "made[::-1]";
        script.add("answer = app.get(%s)", path(form))
                .add("equal(ids(answer), %s, \"the order\")", form.descending() ? descending : ascending)
                .add("holds(answer.json, {\"total\": 3, \"page\": 1})")
                .add("for one in items(answer):")
                .add("    equal(app.read(%s, one), one, \"what is listed\")", Python.text(form.entity()));
        return AcceptanceCase.of(
                "order",
                "three " + plural(form.entity()) + " of which this holds: " + Spoken.all(form.where()),
                "GET " + path(form).replace("\"", ""),
                "all three are listed, " + (form.sort() == null ? "by id" : "by " + form.sort())
                        + (form.descending() ? " downwards" : ""),
                script.says("listed in the right order → 200"));
    }

    /** The field to send so that the sort field differs: itself, or the day from which it is counted. */
    private Optional<Field> shifted(Report form) {
        if (form.sort() == null || form.sort().equals("id")) {
            return Optional.empty();
        }
        Aggregate aggregate = world.aggregate(form.entity());
        String base = world.forms(DateAfter.class)
                .filter(d -> d.entity().equals(form.entity()) && d.field().equals(form.sort()))
                .map(DateAfter::base)
                .findFirst()
                .orElse(form.sort());
        return aggregate
                .field(base)
                .filter(f -> world.isSent(aggregate, f))
                .filter(f -> f.type() == FieldType.DATE || f.type() == FieldType.DATETIME);
    }

    private static String shiftedValue(Field field, int shift) {
        return field.type() == FieldType.DATE ? "app.day(-%d)".formatted(shift) : "app.time(days=-%d)".formatted(shift);
    }

    private AcceptanceCase membership(Report form, Recipe recipe) {
        Script script = new Script();
        Recipe plain = Recipe.plain();
        recipe.make(script, form.entity(), "listed", Map.of());
        Optional<List<String>> leaving = recipes.leaving(form.entity(), form.where());
        if (leaving.isPresent()) {
            recipe.make(script, form.entity(), "gone", Map.of());
            plain.then(leaving.get()).follow(script, "gone");
        }
        if (recipe.days() > 1) {
            script.add("app.later(days=%d)", recipe.days() - 1)
                    .add("equal(ids(app.get(%s)), [], \"what is listed the day before\")", path(form))
                    .add("app.make(%s)", Python.text(form.entity()))
                    .add("app.later(days=1)");
        } else {
            recipe.pass(script);
            for (Recipe breaking : recipes.breaking(form.entity(), form.where())) {
                if (breaking.days() == 0) {
                    breaking.make(script, form.entity(), "other", Map.of());
                }
            }
        }
        script.add("equal(ids(app.get(%s)), [listed[\"id\"]], \"what is listed\")", path(form));
        leaving.ifPresent(lines -> {
            plain.then(lines).follow(script, "listed");
            script.add("equal(ids(app.get(%s)), [], \"what is listed afterwards\")", path(form));
        });
        return AcceptanceCase.of(
                "membership",
                plural(form.entity()) + " of which this holds, does not hold yet, and holds no more: "
                        + Spoken.all(form.where()),
                "GET " + path(form).replace("\"", ""),
                "only the first are listed",
                script.says("only those are listed → 200"));
    }

    /** "A loan is overdue when it is open and its due date has passed": by a sentence that uses the word. */
    List<AcceptanceCase> definition(Definition form) {
        Optional<Recipe> recipe = recipes.satisfying(form.entity(), form.where());
        Optional<Report> report = world.forms(Report.class)
                .filter(r -> r.entity().equals(form.entity()) && same(r.where(), form.where()))
                .findFirst();
        if (recipe.isEmpty()) {
            return List.of();
        }
        if (report.isPresent()) {
            return List.of(renamed(membership(report.get(), recipe.get()), form));
        }
        return world.forms(SentenceForm.class)
                .filter(user -> Forms.uses(user, form))
                .findFirst()
                .map(user -> new Cases(world).of(user))
                .orElse(List.of());
    }

    private AcceptanceCase renamed(AcceptanceCase one, Definition form) {
        return new AcceptanceCase(
                "what-" + form.word().toLowerCase().replaceAll("[^a-z0-9]+", "-") + "-means",
                one.given(),
                one.when(),
                one.then(),
                one.code());
    }

    private static boolean same(List<Condition> some, List<Condition> others) {
        return some.size() == others.size() && new ArrayList<>(some).containsAll(others);
    }

    private String path(Report form) {
        return Python.text("/" + world.aggregate(form.entity()).path() + "/" + form.name());
    }

    private String plural(String entity) {
        return world.aggregate(entity).plural();
    }
}
