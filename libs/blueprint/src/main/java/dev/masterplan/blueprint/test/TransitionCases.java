package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "A reservation can be collected only if its copy is set aside": the step with the condition, and without it. */
final class TransitionCases {

    private final World world;
    private final Recipes recipes;
    private final TransitionOnlyIf form;
    private final Aggregate aggregate;
    private final String name;

    TransitionCases(World world, TransitionOnlyIf form) {
        this.world = world;
        this.recipes = new Recipes(world);
        this.form = form;
        this.aggregate = world.aggregate(form.entity());
        this.name = Python.text(form.entity());
    }

    List<AcceptanceCase> all() {
        return aggregate.lifecycle().transitions().stream()
                .filter(t -> t.name().equals(form.transition()))
                .findFirst()
                .map(step -> form.via() == null ? ofItself(step) : ofTarget(step))
                .orElse(List.of());
    }

    private List<AcceptanceCase> ofItself(Transition step) {
        List<AcceptanceCase> cases = new ArrayList<>();
        ready(step, form.must()).ifPresent(recipe -> cases.add(movedItself(recipe, true)));
        for (Condition broken : form.must()) {
            List<Condition> others = new ArrayList<>(form.must());
            others.set(others.indexOf(broken), broken.negated());
            Optional<Recipe> recipe = ready(step, others);
            if (recipe.isPresent()) {
                cases.add(movedItself(recipe.get(), false));
                break;
            }
        }
        return cases;
    }

    /** A record that satisfies the conditions and is where the step starts; empty when no way is known. */
    private Optional<Recipe> ready(Transition step, List<Condition> conditions) {
        List<Condition> ofState = conditions.stream().filter(this::isOnState).toList();
        List<Condition> others = conditions.stream().filter(c -> !isOnState(c)).toList();
        Optional<List<String>> way = recipes.toState(
                aggregate,
                state -> step.from().contains(state) && ofState.stream().allMatch(c -> Recipes.holds(c, state)));
        return recipes.satisfying(form.entity(), others)
                .filter(recipe -> recipe.after().isEmpty())
                .flatMap(recipe -> way.map(recipe::then));
    }

    private boolean isOnState(Condition condition) {
        return condition.field().equals(aggregate.lifecycle().field());
    }

    private AcceptanceCase movedItself(Recipe recipe, boolean allowed) {
        Script script = new Script();
        recipe.make(script, form.entity(), "one", Map.of());
        recipe.pass(script);
        return taken(
                script, Spoken.one(form.entity()) + " of which this " + (allowed ? "holds" : "does not hold"), allowed);
    }

    private List<AcceptanceCase> ofTarget(Transition step) {
        String target = world.field(form.entity(), form.via()).references();
        List<AcceptanceCase> cases = new ArrayList<>();
        recipes.toState(aggregate, step.from()::contains).ifPresent(way -> {
            recipes.satisfying(target, form.must()).ifPresent(r -> cases.add(moved(target, r, way, true)));
            recipes.breaking(target, form.must()).stream()
                    .findFirst()
                    .ifPresent(r -> cases.add(moved(target, r, way, false)));
        });
        return cases;
    }

    private AcceptanceCase moved(String target, Recipe recipe, List<String> way, boolean allowed) {
        Script script = new Script();
        script.add("target = app.make(%s%s)", Python.text(target), Recipe.keywords(recipe.with()))
                .add("one = app.make(%s, %s=target[\"id\"])", name, form.via());
        Recipe.plain().then(way).follow(script, "one");
        recipe.follow(script, "target");
        recipe.pass(script);
        return taken(
                script,
                Spoken.one(form.entity()) + " whose " + Python.words(target) + " "
                        + (allowed ? "satisfies" : "does not satisfy"),
                allowed);
    }

    private AcceptanceCase taken(Script script, String given, boolean allowed) {
        String step = "app.post(app.path(%s, one, %s))".formatted(name, Python.text("/" + form.transition()));
        if (allowed) {
            script.add("record(%s, 200)", step);
        } else {
            script.add("before = app.read(%s, one)", name)
                    .add("refused(%s, %d)", step, form.status())
                    .add("equal(app.read(%s, one), before, \"the %s\")", name, Python.words(form.entity()));
        }
        return AcceptanceCase.of(
                allowed ? "allowed" : "refused-otherwise",
                given + ": " + Spoken.all(form.must()),
                "the step " + form.transition() + " is taken",
                allowed ? "it answers 200" : "it is refused with " + form.status() + " and nothing is changed",
                script.says(form.transition() + " → " + (allowed ? "200" : form.status())));
    }
}
