package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm.AtMost;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** "A member has at most 5 open loans": exactly so many, one more, and one more after one has left. */
final class CountCases {

    private final World world;
    private final AtMost form;
    private final Recipes recipes;
    private final String name;
    private final String path;
    private final String variable;
    private final Map<String, String> given = new LinkedHashMap<>();

    CountCases(World world, AtMost form) {
        this.world = world;
        this.form = form;
        this.recipes = new Recipes(world);
        this.name = Python.text(form.entity());
        this.path = Python.text("/" + world.aggregate(form.entity()).path());
        this.variable = Python.variable(form.entity());
        if (form.via() != null) {
            given.put(form.via(), "owner[\"id\"]");
        }
    }

    List<AcceptanceCase> all() {
        Optional<Recipe> recipe = recipes.satisfying(form.entity(), form.where());
        if (recipe.isEmpty() || recipe.get().days() > 0) {
            return List.of();
        }
        List<AcceptanceCase> cases = new ArrayList<>();
        cases.add(upToTheLimit(recipe.get()));
        cases.add(aboveTheLimit(recipe.get()));
        recipes.leaving(form.entity(), form.where()).ifPresent(lines -> cases.add(afterOneLeft(recipe.get(), lines)));
        return cases;
    }

    private Script filled(Recipe recipe) {
        Script script = new Script();
        if (form.via() != null) {
            script.add("owner = app.make(%s)", Python.text(owner()));
        }
        script.add("made = []").add("for number in range(%d):", form.max());
        String fields = Recipe.keywords(recipe.with()) + dated(recipe);
        if (isShared()) {
            script.add(
                            "    like = app.beside(%s, made[0]%s) if made else %s",
                            name, Recipe.keywords(given), Python.dictionary(given))
                    .add("    %s = app.make(%s%s, **like)", variable, name, fields);
        } else {
            script.add("    %s = app.make(%s%s%s)", variable, name, fields, Recipe.keywords(given));
        }
        Script inner = new Script();
        recipe.follow(inner, variable);
        inner.lines().forEach(line -> script.add("    %s", line));
        return script.add("    made.append(app.read(%s, %s))", name, variable);
    }

    /** Whether what they refer to may refer to the same, so that they differ in nothing else. */
    private boolean isShared() {
        return world.movable(world.aggregate(form.entity())).isEmpty()
                || world.sent(world.aggregate(form.entity())).stream()
                        .filter(f -> f.references() != null && !f.name().equals(form.via()))
                        .allMatch(f -> !f.references().equals(form.entity()) && world.mayShare(f.references()));
    }

    /** Every other one is of the day before, where a day can be said. */
    private String dated(Recipe recipe) {
        return world.sent(world.aggregate(form.entity())).stream()
                .filter(f -> f.type() == FieldType.DATE && "@today".equals(f.defaultValue()))
                .filter(f -> !recipe.with().containsKey(f.name()))
                .map(f -> ", " + Python.keyword(f.name()) + "=app.day(-(number % 2))")
                .collect(Collectors.joining());
    }

    private AcceptanceCase upToTheLimit(Recipe recipe) {
        Script script = filled(recipe);
        script.add("equal(len(made), %d, \"how many there are\")", form.max());
        if (form.via() != null) {
            script.add("another = app.make(%s)", Python.text(owner()))
                    .add("app.make(%s, %s=another[\"id\"])", name, form.via());
        }
        return AcceptanceCase.of(
                "exactly-the-limit",
                ownerWords() + " with " + (form.max() - 1) + " " + plural(),
                "one more is made, then one of another " + ownerName(),
                "both are made: 201",
                script.says("number " + form.max() + " → 201"));
    }

    private AcceptanceCase aboveTheLimit(Recipe recipe) {
        Script script = filled(recipe)
                .add("refused(app.post(%s, app.body(%s%s)), %d)", path, name, Recipe.keywords(given), form.status());
        if (form.via() != null) {
            script.add(
                    "equal(member_ids(app.get(%s, %s=owner[\"id\"])), [one[\"id\"] for one in made], \"what is kept\")",
                    path, form.via());
            recipe.make(script, form.entity(), "moved", Map.of());
            script.add(
                    "refused(app.patch(app.path(%s, moved), {%s: owner[\"id\"]}), %d)",
                    name, Python.text(form.via()), form.status());
        }
        return AcceptanceCase.of(
                "refused-above-the-limit",
                ownerWords() + " with " + form.max() + " " + plural(),
                form.via() == null ? "one more is made" : "one more is made, and one of another is changed to be so",
                "it is refused with " + form.status() + " and nothing is stored",
                script.says("number " + (form.max() + 1) + " → " + form.status()));
    }

    private AcceptanceCase afterOneLeft(Recipe recipe, List<String> leaving) {
        Script script = filled(recipe).add("gone = made[%d]", form.max() > 1 ? 1 : 0);
        Recipe.plain().then(leaving).follow(script, "gone");
        recipe.make(script, form.entity(), variable, given);
        script.add("refused(app.post(%s, app.body(%s%s)), %d)", path, name, Recipe.keywords(given), form.status());
        countsAgain(script);
        return AcceptanceCase.of(
                "one-more-after-one-left",
                ownerWords() + " with " + form.max() + " " + plural() + ", one of which then counts no more",
                "two more are made" + (back().isEmpty() ? "" : ", and the one is changed to count again"),
                "the first is made: 201, what comes after it refused with " + form.status(),
                script.says("one more after one left → 201"));
    }

    /** What would make the one count again that was changed to count no more: it is one too many now. */
    private void countsAgain(Script script) {
        back().ifPresent(change -> script.add(
                "refused(app.patch(app.path(%s, gone), {%s: %s}), %d)",
                name,
                Python.text(change.field()),
                Python.value(world.field(form.entity(), change.field()), change.value()),
                form.status()));
    }

    /** The condition by which it left, where a client may set it again. */
    private Optional<Condition> back() {
        return form.where().stream()
                .findFirst()
                .filter(c -> c.op() == Condition.Op.EQ && world.isFree(form.entity()))
                .filter(c -> world.isSent(world.aggregate(form.entity()), world.field(form.entity(), c.field())));
    }

    private String owner() {
        return world.field(form.entity(), form.via()).references();
    }

    private String ownerName() {
        return form.via() == null ? "program" : Python.words(owner());
    }

    private String ownerWords() {
        return ("aeiou".indexOf(ownerName().charAt(0)) < 0 ? "a " : "an ") + ownerName();
    }

    private String plural() {
        return world.aggregate(form.entity()).plural() + " that count";
    }
}
