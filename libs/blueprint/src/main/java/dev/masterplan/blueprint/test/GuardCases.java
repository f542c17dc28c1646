package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.ChangeOnlyWhile;
import dev.masterplan.blueprint.form.SentenceForm.DeleteUnlessRelated;
import dev.masterplan.messaging.plan.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keeps an existing record from being deleted, changed or moved on. */
final class GuardCases {

    private final World world;
    private final Recipes recipes;

    GuardCases(World world) {
        this.world = world;
        this.recipes = new Recipes(world);
    }

    /** "A member with open loans can't be deleted". */
    List<AcceptanceCase> delete(DeleteUnlessRelated form) {
        Optional<Recipe> recipe = recipes.satisfying(form.related(), form.where());
        if (recipe.isEmpty()) {
            return List.of();
        }
        String name = Python.text(form.entity());
        String words = Python.words(form.entity());
        Script refused = new Script().add("kept = app.make(%s)", name);
        recipe.get().make(refused, form.related(), "related", Map.of(form.relatedVia(), "kept[\"id\"]"));
        recipe.get().pass(refused);
        refused.add("before = app.read(%s, kept)", name)
                .add("refused(app.delete(app.path(%s, kept)), %d)", name, form.status())
                .add("equal(app.read(%s, kept), before, \"the %s\")", name, words);
        if (form.where().isEmpty()) {
            inEachState(refused, form);
        }
        Script allowed = new Script()
                .add("gone = app.make(%s)", name)
                .add("app.make(%s)", Python.text(form.related()))
                .add("expect(app.delete(app.path(%s, gone)), 204)", name)
                .add("refused(app.get(app.path(%s, gone)), 404)", name);
        return List.of(
                AcceptanceCase.of(
                        "refused-while-there-is-one",
                        Spoken.one(form.entity()) + " with " + Spoken.one(form.related()) + " of which this holds: "
                                + Spoken.all(form.where()),
                        "it is deleted",
                        "it is refused with " + form.status() + " and the " + words + " is still there",
                        refused.says("deleting → " + form.status())),
                AcceptanceCase.of(
                        "allowed-without",
                        Spoken.one(form.entity()) + " without any of the "
                                + world.aggregate(form.related()).plural() + ", while another has one",
                        "it is deleted",
                        "it is gone: 204, then 404",
                        allowed.says("deleting without → 204")));
    }

    /** Where no state is named, each one keeps it. */
    private void inEachState(Script script, DeleteUnlessRelated form) {
        Aggregate related = world.aggregate(form.related());
        List<String> states = related.lifecycle() == null
                ? List.of()
                : related.lifecycle().states().stream()
                        .filter(state -> !state.equals(related.lifecycle().initial()))
                        .toList();
        for (String state : states) {
            recipes.toState(related, state::equals).ifPresent(way -> {
                script.add("kept = app.make(%s)", Python.text(form.entity()));
                Recipe.plain()
                        .then(way)
                        .make(script, form.related(), "related", Map.of(form.relatedVia(), "kept[\"id\"]"));
                script.add("refused(app.delete(app.path(%s, kept)), %d)", Python.text(form.entity()), form.status());
            });
        }
    }

    /** "Lines can be added, changed and removed only while the order is NEW". */
    List<AcceptanceCase> change(ChangeOnlyWhile form) {
        boolean own = form.via() == null;
        String owner =
                own ? form.entity() : world.field(form.entity(), form.via()).references();
        Optional<Recipe> recipe = recipes.satisfying(owner, form.must());
        if (recipe.isEmpty()) {
            return List.of();
        }
        List<AcceptanceCase> cases = new ArrayList<>();
        Script allowed = owned(form, owner, recipe.get());
        operations(form).forEach(operation -> allowed(allowed, form, operation));
        cases.add(AcceptanceCase.of(
                "allowed-while",
                Spoken.one(owner) + " of which this holds: " + Spoken.all(form.must()),
                Spoken.one(form.entity()) + " goes through " + String.join(", ", form.operations()),
                "each is accepted",
                allowed.says("while it holds → allowed")));
        List<List<String>> exits = recipes.exits(owner, form.must());
        for (int i = 0; i < exits.size(); i++) {
            cases.add(refusedChange(form, owner, recipe.get(), exits.get(i), i + 1));
        }
        return cases;
    }

    private AcceptanceCase refusedChange(
            ChangeOnlyWhile form, String owner, Recipe recipe, List<String> exit, int number) {
        String name = Python.text(form.entity());
        Script script = owned(form, owner, recipe);
        Recipe.plain().then(exit).follow(script, "owner");
        script.add("before = app.read(%s, one)", name);
        operations(form).forEach(operation -> refused(script, form, operation));
        moved(script, form, owner, recipe);
        script.add("equal(app.read(%s, one), before, \"the %s\")", name, Python.words(form.entity()));
        return AcceptanceCase.of(
                number == 1 ? "refused-otherwise" : "refused-otherwise-" + number,
                Spoken.one(owner) + " of which this held: " + Spoken.all(form.must()) + ", and holds no more",
                Spoken.one(form.entity()) + " is to go through " + String.join(", ", form.operations()),
                "each is refused with " + form.status() + " and nothing is changed",
                script.says("when it holds no more → " + form.status()));
    }

    /** To another owner is away from this one, and from another owner is to this one. */
    private void moved(Script script, ChangeOnlyWhile form, String owner, Recipe recipe) {
        if (form.via() == null
                || world.movable(world.aggregate(form.entity())).stream()
                        .noneMatch(f -> f.name().equals(form.via()))) {
            return;
        }
        String name = Python.text(form.entity());
        String via = Python.text(form.via());
        recipe.make(script, owner, "free", Map.of());
        if (form.operations().contains("update") || form.operations().contains("delete")) {
            script.add("refused(app.patch(app.path(%s, one), {%s: free[\"id\"]}), %d)", name, via, form.status());
        }
        if (form.operations().contains("update") || form.operations().contains("create")) {
            script.add("another = app.make(%s, %s=free[\"id\"])", name, form.via())
                    .add("refused(app.patch(app.path(%s, another), {%s: owner[\"id\"]}), %d)", name, via, form.status())
                    .add("equal(app.read(%s, another), another, \"the other %s\")", name, Python.words(form.entity()));
        }
    }

    private Script owned(ChangeOnlyWhile form, String owner, Recipe recipe) {
        Script script = new Script();
        recipe.make(script, owner, "owner", Map.of());
        return form.via() == null
                ? script.add("one = owner")
                : script.add("one = app.make(%s, %s=owner[\"id\"])", Python.text(form.entity()), form.via());
    }

    /** Create needs an owner to be guarded by; delete comes last. */
    private static List<String> operations(ChangeOnlyWhile form) {
        return List.of("create", "update", "delete").stream()
                .filter(form.operations()::contains)
                .filter(o -> form.via() != null || !o.equals("create"))
                .toList();
    }

    private void allowed(Script script, ChangeOnlyWhile form, String operation) {
        String name = Python.text(form.entity());
        switch (operation) {
            case "create" -> script.add("app.make(%s, %s=owner[\"id\"])", name, form.via());
            case "update" ->
                script.add("changes = %s", changes(form)).add("holds(app.change(%s, one, **changes), changes)", name);
            default ->
                script.add("expect(app.delete(app.path(%s, one)), 204)", name)
                        .add("refused(app.get(app.path(%s, one)), 404)", name);
        }
    }

    private void refused(Script script, ChangeOnlyWhile form, String operation) {
        String name = Python.text(form.entity());
        String path = Python.text("/" + world.aggregate(form.entity()).path());
        switch (operation) {
            case "create" ->
                script.add(
                        "refused(app.post(%s, app.body(%s, %s=owner[\"id\"])), %d)",
                        path, name, form.via(), form.status());
            case "update" ->
                script.add("refused(app.patch(app.path(%s, one), %s), %d)", name, changes(form), form.status());
            default -> script.add("refused(app.delete(app.path(%s, one)), %d)", name, form.status());
        }
    }

    /** New values of the fields that are no references. */
    private String changes(ChangeOnlyWhile form) {
        return "app.changes(%s)".formatted(Python.text(form.entity()));
    }
}
