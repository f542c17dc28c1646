package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** "Lending makes the copy lent": what making or moving one record does to a field. */
final class EffectCases {

    private final World world;
    private final Recipes recipes;
    private final Effect form;
    private final String name;
    private final String target;
    private final Field field;

    EffectCases(World world, Effect form) {
        this.world = world;
        this.recipes = new Recipes(world);
        this.form = form;
        this.name = Python.text(form.entity());
        this.target = form.via() == null
                ? form.entity()
                : world.field(form.entity(), form.via()).references();
        this.field = world.field(target, form.field());
    }

    List<AcceptanceCase> all() {
        return form.on().equals("create") ? onCreate() : onStep();
    }

    private List<AcceptanceCase> onCreate() {
        Script script = new Script();
        if (form.via() == null) {
            script.add("one = app.make(%s)", name).add("holds(app.read(%s, one), %s)", name, wanted());
        } else {
            script.add("one = app.make(%s%s)", Python.text(target), different())
                    .add("other = app.make(%s%s)", Python.text(target), beside())
                    .add("%s", differs("one"))
                    .add("left = app.make(%s, %s=one[\"id\"])", name, form.via())
                    .add("holds(app.read(%s, one), %s)", Python.text(target), wanted());
            lasts(script);
            bound(
                    script,
                    world.aggregate(form.entity()).lifecycle() == null
                            ? null
                            : world.aggregate(form.entity()).lifecycle().initial());
            script.add(
                    "equal(app.read(%s, other), other, \"the other %s\")", Python.text(target), Python.words(target));
        }
        return List.of(effect("a new " + Python.words(form.entity()) + " is made", script));
    }

    /** The other one refers to the same records as the one that is changed. */
    private String beside() {
        return world.sent(world.aggregate(target)).stream()
                .filter(f -> f.type() == FieldType.REFERENCE && !f.unique())
                .map(f -> ", " + Python.keyword(f.name()) + "=one[" + Python.text(f.name()) + "]")
                .collect(Collectors.joining());
    }

    /** A change of other fields leaves it so. */
    private void lasts(Script script) {
        if (world.isFree(target)) {
            script.add("changes = app.changes(%s)", Python.text(target))
                    .add("changes.pop(%s, None)", Python.text(form.field()))
                    .add("app.change(%s, one, **changes)", Python.text(target))
                    .add("holds(app.read(%s, one), {**changes, **%s})", Python.text(target), wanted());
        }
    }

    /** What was done to one stays with it: the reference can't be changed, and what has to be taken back not deleted. */
    private void bound(Script script, String state) {
        Aggregate aggregate = world.aggregate(form.entity());
        if (world.isSent(aggregate, world.field(form.entity(), form.via()))) {
            script.add("left = app.read(%s, left)", name)
                    .add(
                            "refused(app.patch(app.path(%s, left), {%s: other[\"id\"]}), 409)",
                            name, Python.text(form.via()))
                    .add("equal(app.read(%s, left), left, \"the %s\")", name, Python.words(form.entity()));
        }
        Set<String> held = world.bonds().held(form.entity());
        if (state == null || !held.contains(state) || !world.isFree(form.entity())) {
            return;
        }
        script.add("refused(app.delete(app.path(%s, left)), 409)", name)
                .add("equal(app.read(%s, left), left, \"the %s\")", name, Python.words(form.entity()));
        Lifecycles.way(aggregate.lifecycle(), state, s -> !held.contains(s)).ifPresent(way -> {
            new Recipe(Map.of(), recipes.steps(aggregate, way), 0).follow(script, "left");
            script.add("expect(app.delete(app.path(%s, left)), 204)", name);
        });
    }

    private List<AcceptanceCase> onStep() {
        Aggregate aggregate = world.aggregate(form.entity());
        Optional<Transition> step = aggregate.lifecycle().transitions().stream()
                .filter(t -> t.name().equals(form.on()))
                .findFirst();
        Optional<List<String>> way = step.flatMap(t -> recipes.toState(aggregate, t.from()::contains));
        if (way.isEmpty()) {
            return List.of();
        }
        Script script = new Script();
        String changed = form.via() == null ? "one" : "target";
        if (form.via() != null) {
            script.add("target = app.make(%s%s)", Python.text(target), different())
                    .add("one = app.make(%s, %s=target[\"id\"])", name, form.via());
        } else {
            script.add("one = app.make(%s)", name);
        }
        script.add("other = app.make(%s)", name);
        new Recipe(Map.of(), way.get(), 0).follow(script, "one");
        if (form.value().startsWith("@")) {
            script.add("app.later(days=2)");
        }
        script.add("%s", differs("app.read(%s, %s)".formatted(Python.text(target), changed)))
                .add("other = app.read(%s, other)", name)
                .add("before = app.read(%s, one)", name);
        new Recipe(Map.of(), recipes.steps(aggregate, List.of(step.get())), 0).follow(script, "one");
        script.add("holds(app.read(%s, %s), %s)", Python.text(target), changed, wanted())
                .add("after = app.read(%s, one)", name)
                .add("for kept in %s:", Python.list(kept(aggregate)))
                .add("    equal(field(after, kept), field(before, kept), kept)")
                .add("equal(app.read(%s, other), other, \"the other %s\")", name, Python.words(form.entity()));
        if (form.value().startsWith("@")) {
            script.add("set_to = %s", Python.value(field, form.value()))
                    .add("app.later(days=1)")
                    .add(
                            "holds(app.read(%s, %s), {%s: set_to})",
                            Python.text(target), changed, Python.text(form.field()));
        }
        return List.of(effect("the step " + form.on() + " is taken", script));
    }

    private AcceptanceCase effect(String when, Script script) {
        String words = Python.words(target);
        return AcceptanceCase.of(
                "sets-" + form.field().replace('_', '-'),
                Spoken.one(target) + " whose " + form.field() + " is something else",
                when,
                form.field() + " of that " + words + " is " + form.value().replace("@", "")
                        + ", no other is changed, and it stays so",
                script.says(form.field() + " is " + form.value().replace("@", "")));
    }

    /** What a client sent and no sentence changes. */
    private List<String> kept(Aggregate aggregate) {
        Set<String> changed = world.forms(Effect.class)
                .filter(e -> e.entity().equals(form.entity()) && e.via() == null)
                .map(Effect::field)
                .collect(Collectors.toSet());
        world.forms(TransitionOnlyIf.class)
                .filter(rule -> rule.entity().equals(form.entity()))
                .forEach(rule -> rule.must().forEach(condition -> changed.add(condition.field())));
        return world.sent(aggregate).stream()
                .map(Field::name)
                .filter(f -> !changed.contains(f))
                .toList();
    }

    private String wanted() {
        return "{" + Python.text(form.field()) + ": " + Python.value(field, form.value()) + "}";
    }

    /** Sends another value of the field where people may. */
    private String different() {
        return Literals.other(field, form.value())
                .filter(other -> world.isSent(world.aggregate(target), field))
                .map(other -> ", " + Python.keyword(field.name()) + "=" + Python.value(field, other))
                .orElse("");
    }

    private String differs(String record) {
        return "assert field(%s, %s) != %s, \"%s is that before\""
                .formatted(record, Python.text(form.field()), Python.value(field, form.value()), form.field());
    }
}
