package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.FinalState;
import dev.masterplan.blueprint.form.SentenceForm.Transitions;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "Status goes booked → checked in → done", "a cancelled appointment stays cancelled". */
final class LifecycleCases {

    private final World world;
    private final Recipes recipes;
    private final Aggregate aggregate;
    private final Lifecycle lifecycle;
    private final String name;
    private final String variable;
    private final String state;

    LifecycleCases(World world, String entity) {
        this.world = world;
        this.recipes = new Recipes(world);
        this.aggregate = world.aggregate(entity);
        this.lifecycle = aggregate.lifecycle();
        this.name = Python.text(entity);
        this.variable = Python.variable(entity);
        this.state = Python.text(lifecycle.field());
    }

    List<AcceptanceCase> transitions(Transitions form) {
        return List.of(allowed(), refused(form.status()));
    }

    private AcceptanceCase allowed() {
        Script script = new Script()
                .add("%s = app.make(%s)", variable, name)
                .add("equal(field(%s, %s), %s, \"the first state\")", variable, state, text(lifecycle.initial()))
                .add("refused(app.post(app.path(%s, %s, \"/no-such-step\")), 404)", name, variable)
                .add(
                        "refused(app.post(%s %% ABSENT_ID), 404)",
                        text("/" + aggregate.path() + "/%d/"
                                + lifecycle.transitions().getFirst().name()));
        for (Transition transition : lifecycle.transitions()) {
            for (String from : transition.from()) {
                Optional<List<String>> way = recipes.toState(aggregate, from::equals);
                way.ifPresent(lines -> {
                    script.add("%s = app.make(%s)", variable, name);
                    new Recipe(Map.of(), lines, 0).follow(script, variable);
                    List<String> step = recipes.steps(aggregate, List.of(transition));
                    new Recipe(Map.of(), step.subList(0, step.size() - 1), 0).follow(script, variable);
                    script.add("moved = app.move(%s, %s, %s)", name, variable, text(transition.name()))
                            .add("holds(moved, {\"id\": %s[\"id\"], %s: %s})", variable, state, text(transition.to()))
                            .add("equal(app.read(%s, %s), moved, \"what is read again\")", name, variable);
                });
            }
        }
        return AcceptanceCase.of(
                "allowed-steps",
                aggregate.plural() + " in each state",
                "every step that the sentence allows is taken, then one that does not exist, and one of no record",
                "a new one is " + lifecycle.initial()
                        + ", each step answers 200 and leads where it should, the last two 404",
                script.says("every allowed step of " + Spoken.one(aggregate.name()) + " → 200"));
    }

    private AcceptanceCase refused(int status) {
        Script script = new Script();
        for (String from : lifecycle.states()) {
            List<String> illegal = lifecycle.transitions().stream()
                    .filter(t -> !t.from().contains(from))
                    .map(Transition::name)
                    .toList();
            if (!illegal.isEmpty()) {
                recipes.toState(aggregate, from::equals).ifPresent(way -> stays(script, from, way, illegal, status));
            }
        }
        return AcceptanceCase.of(
                "refused-steps",
                aggregate.plural() + " in each state",
                "other fields are changed, and every step that the sentence does not allow from there is asked for",
                "each is refused with " + status + " and the state stays",
                script.says("every other step of " + Spoken.one(aggregate.name()) + " → " + status));
    }

    private void stays(Script script, String from, List<String> way, List<String> illegal, int status) {
        script.add("%s = app.make(%s)", variable, name);
        new Recipe(Map.of(), way, 0).follow(script, variable);
        if (world.isFree(aggregate.name())) {
            script.add("app.change(%s, %s, **app.changes(%s))", name, variable, name);
        }
        script.add("before = app.read(%s, %s)", name, variable)
                .add("holds(before, {%s: %s})", state, text(from))
                .add("for step in %s:", Python.list(illegal))
                .add("    refused(app.post(app.path(%s, %s, \"/\" + step)), %d)", name, variable, status)
                .add("    equal(app.read(%s, %s), before, \"the %s\")", name, variable, words());
    }

    List<AcceptanceCase> finalState(FinalState form) {
        List<String> all =
                lifecycle.transitions().stream().map(Transition::name).toList();
        Optional<List<String>> way = recipes.toState(aggregate, form.state()::equals);
        if (way.isEmpty()) {
            return List.of();
        }
        Script script = new Script();
        stays(script, form.state(), way.get(), all, form.status());
        return List.of(AcceptanceCase.of(
                "stays-" + form.state().replaceAll("[^A-Za-z0-9]+", "-"),
                Spoken.one(aggregate.name()) + " that is " + form.state(),
                "other fields are changed, and every step is asked for",
                "each is refused with " + form.status() + " and it stays " + form.state(),
                script.says(Spoken.one(aggregate.name()) + " stays " + form.state())));
    }

    private String words() {
        return Python.words(aggregate.name());
    }

    private static String text(String value) {
        return Python.text(value);
    }
}
