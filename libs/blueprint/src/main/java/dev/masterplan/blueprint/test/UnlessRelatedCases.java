package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.CreateUnlessRelated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "A member with an overdue loan can't borrow": what must not be there when a record is made. */
final class UnlessRelatedCases {

    private final World world;
    private final Recipes recipes;
    private final CreationCases creation;

    UnlessRelatedCases(World world) {
        this.world = world;
        this.recipes = new Recipes(world);
        this.creation = new CreationCases(world);
    }

    /** "A member with an overdue loan can't borrow". */
    List<AcceptanceCase> all(CreateUnlessRelated form) {
        Optional<Recipe> found = recipes.satisfying(form.related(), form.where());
        if (found.isEmpty()) {
            return List.of();
        }
        List<AcceptanceCase> cases = new ArrayList<>();
        cases.add(refusedWhile(form, found.get()));
        if (found.get().days() > 0) {
            cases.add(justBefore(form, found.get()));
        }
        recipes.leaving(form.related(), form.where())
                .ifPresent(lines -> cases.add(afterwards(form, found.get(), lines)));
        return cases;
    }

    private Script related(CreateUnlessRelated form, Recipe recipe, int days) {
        String owner = world.field(form.entity(), form.via()).references();
        Script script = new Script().add("owner = app.make(%s)", Python.text(owner));
        recipe.make(script, form.related(), "related", Map.of(form.relatedVia(), "owner[\"id\"]"));
        if (days > 0) {
            script.add("app.later(days=%d)", days);
        }
        return script;
    }

    private AcceptanceCase refusedWhile(CreateUnlessRelated form, Recipe recipe) {
        String owner = world.field(form.entity(), form.via()).references();
        Script script = related(form, recipe, recipe.days())
                .add("before = items(app.get(%s))", creation.path(form.entity()))
                .add("refused(%s, %d)", creation.attempt(form.entity(), form.via(), "owner"), form.status())
                .add("equal(items(app.get(%s)), before, \"what is stored\")", creation.path(form.entity()))
                .add("another = app.make(%s)", Python.text(owner))
                .add("one = record(%s, 201)", creation.attempt(form.entity(), form.via(), "another"));
        creation.refusedChange(script, form.entity(), form.via(), "owner", form.status());
        return AcceptanceCase.of(
                "refused-while-there-is-one",
                Spoken.one(owner) + " with " + Spoken.one(form.related()) + " of which this holds: "
                        + Spoken.all(form.where()),
                Spoken.one(form.entity()) + " is made for it, another one for another " + Python.words(owner)
                        + ", which is then changed to it",
                "the first is refused with " + form.status() + ", the other is made: 201, and its change refused",
                script.says("while there is one → " + form.status()));
    }

    private AcceptanceCase justBefore(CreateUnlessRelated form, Recipe recipe) {
        Script script = related(form, recipe, recipe.days() - 1)
                .add("record(%s, 201)", creation.attempt(form.entity(), form.via(), "owner"));
        return AcceptanceCase.of(
                "allowed-the-day-before",
                "the last day on which this does not hold yet: " + Spoken.all(form.where()),
                Spoken.one(form.entity()) + " is made",
                "it is made: 201",
                script.says("the day before → 201"));
    }

    private AcceptanceCase afterwards(CreateUnlessRelated form, Recipe recipe, List<String> leaving) {
        Script script = related(form, recipe, recipe.days())
                .add("refused(%s, %d)", creation.attempt(form.entity(), form.via(), "owner"), form.status());
        Recipe.plain().then(leaving).follow(script, "related");
        script.add("record(%s, 201)", creation.attempt(form.entity(), form.via(), "owner"));
        return AcceptanceCase.of(
                "allowed-afterwards",
                Spoken.one(form.related()) + " of which this held: " + Spoken.all(form.where()),
                "it holds no more, and " + Spoken.one(form.entity()) + " is made",
                "it is made: 201",
                script.says("afterwards → 201"));
    }
}
