package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must be so, or must not be so, when a record is made. */
final class CreationCases {

    private final World world;
    private final Recipes recipes;

    CreationCases(World world) {
        this.world = world;
        this.recipes = new Recipes(world);
    }

    /** "Only active doctors can get new appointments". */
    List<AcceptanceCase> onlyIf(CreateOnlyIf form) {
        return form.via() == null ? ofItself(form) : ofTarget(form);
    }

    private List<AcceptanceCase> ofTarget(CreateOnlyIf form) {
        String target = world.field(form.entity(), form.via()).references();
        String variable = Python.variable(target);
        List<AcceptanceCase> cases = new ArrayList<>();
        recipes.satisfying(target, form.must()).ifPresent(fitting -> {
            Script script = new Script();
            fitting.make(script, target, variable, Map.of());
            fitting.pass(script);
            script.add("made = %s", "record(%s, 201)".formatted(attempt(form.entity(), form.via(), variable)))
                    .add("holds(made, {%s: %s[\"id\"]})", Python.text(form.via()), variable);
            oldOne(script, form, target, variable);
            cases.add(AcceptanceCase.of(
                    "allowed",
                    Spoken.one(target) + " of which this holds: " + Spoken.all(form.must()),
                    Spoken.one(form.entity()) + " is made with it, and changed when it holds no more",
                    "it is made: 201, and changed: 200",
                    script.says(Spoken.one(form.entity()) + " → 201")));
        });
        int number = 0;
        for (Recipe breaking : recipes.breaking(target, form.must())) {
            number++;
            cases.add(refusedTarget(form, target, variable, breaking, number));
        }
        return cases;
    }

    /** A rule about new ones forbids nothing to one that is there. */
    private void oldOne(Script script, CreateOnlyIf form, String target, String variable) {
        if (world.isFree(form.entity()) && world.isFree(target)) {
            recipes.leaving(target, form.must())
                    .ifPresent(lines -> Recipe.plain().then(lines).follow(script, variable));
            script.add("changes = app.changes(%s)", Python.text(form.entity()))
                    .add("holds(app.change(%s, made, **changes), changes)", Python.text(form.entity()));
        }
    }

    private AcceptanceCase refusedTarget(
            CreateOnlyIf form, String target, String variable, Recipe breaking, int number) {
        Script script = new Script();
        breaking.make(script, target, variable, Map.of());
        breaking.pass(script);
        script.add("before = items(app.get(%s))", path(form.entity()))
                .add("refused(%s, %d)", attempt(form.entity(), form.via(), variable), form.status())
                .add("equal(items(app.get(%s)), before, \"what is stored\")", path(form.entity()));
        sameAgain(script, form, variable, breaking);
        script.add("one = app.make(%s)", Python.text(form.entity()));
        refusedChange(script, form.entity(), form.via(), variable, form.status());
        Optional<String> cure = cure(form, target, variable);
        cure.ifPresent(
                line -> script.add("%s", line).add("record(%s, 201)", attempt(form.entity(), form.via(), variable)));
        return AcceptanceCase.of(
                number == 1 ? "refused-otherwise" : "refused-otherwise-" + number,
                Spoken.one(target) + " of which this does not hold: " + Spoken.all(form.must()),
                Spoken.one(form.entity()) + " is made with it, and another one changed to it"
                        + (cure.isPresent() ? ", then one is made when it holds again" : ""),
                "both are refused with " + form.status() + " and nothing is stored"
                        + (cure.isPresent() ? "; then it is made: 201" : ""),
                script.says("otherwise → " + form.status()));
    }

    /** Whoever made it so may not do it once more either. */
    private void sameAgain(Script script, CreateOnlyIf form, String variable, Recipe breaking) {
        String companion = variable + "_" + Python.variable(form.entity());
        if (breaking.after().stream()
                .noneMatch(line -> line.startsWith("§_" + Python.variable(form.entity()) + " ="))) {
            return;
        }
        String others = world.movable(world.aggregate(form.entity())).stream()
                .map(Field::name)
                .filter(f -> !f.equals(form.via()))
                .map(f -> ", " + Python.keyword(f) + "=" + companion + "[" + Python.text(f) + "]")
                .collect(Collectors.joining());
        script.add(
                "refused(app.post(%s, app.body(%s, %s=%s[\"id\"]%s)), %d)",
                path(form.entity()), Python.text(form.entity()), form.via(), variable, others, form.status());
    }

    /** A step after which the rule's conditions hold again. */
    private Optional<String> cure(CreateOnlyIf form, String target, String variable) {
        for (Condition condition : form.must()) {
            Field field = world.field(target, condition.field());
            if (world.isSent(world.aggregate(target), field)) {
                return Literals.satisfying(field, condition)
                        .map(literal -> "app.change(%s, %s, %s=%s)"
                                .formatted(
                                        Python.text(target),
                                        variable,
                                        Python.keyword(field.name()),
                                        Python.value(field, literal)));
            }
            Optional<String> step = world.forms(Effect.class)
                    .filter(e -> e.field().equals(field.name()) && e.via() != null && !e.on().equals("create"))
                    .filter(e -> target.equals(world.field(e.entity(), e.via()).references()))
                    .filter(e -> Recipes.holds(condition, e.value()))
                    .map(e -> "app.move(%s, %s_%s, %s)"
                            .formatted(
                                    Python.text(e.entity()),
                                    variable,
                                    Python.variable(e.entity()),
                                    Python.text(e.on())))
                    .findFirst();
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    private List<AcceptanceCase> ofItself(CreateOnlyIf form) {
        String name = Python.text(form.entity());
        List<String> refused = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        for (Condition condition : form.must()) {
            Field field = world.field(form.entity(), condition.field());
            Literals.satisfying(field, condition)
                    .ifPresent(
                            v -> accepted.add("{%s: %s}".formatted(Python.text(field.name()), Python.value(field, v))));
            Literals.satisfying(field, condition.negated())
                    .ifPresent(
                            v -> refused.add("{%s: %s}".formatted(Python.text(field.name()), Python.value(field, v))));
        }
        if (refused.isEmpty()) {
            return List.of();
        }
        Script script = new Script()
                .add("for values in [%s]:", String.join(", ", accepted))
                .add("    holds(app.make(%s, **values), values)", name)
                .add("before = items(app.get(%s))", path(form.entity()))
                .add("for values in [%s]:", String.join(", ", refused))
                .add("    refused(app.post(%s, app.body(%s, **values)), %d)", path(form.entity()), name, form.status())
                .add("equal(items(app.get(%s)), before, \"what is stored\")", path(form.entity()));
        return List.of(AcceptanceCase.of(
                "refused-otherwise",
                "the rule " + Spoken.all(form.must()),
                "records are made that just keep it, then records that just break it",
                "the first are made: 201, the others refused with " + form.status(),
                script.says("otherwise → " + form.status())));
    }

    /** What can't be made can't come about by a change either. */
    void refusedChange(Script script, String entity, String via, String variable, int status) {
        script.add("one = app.read(%s, one)", Python.text(entity))
                .add(
                        "refused(app.patch(app.path(%s, one), {%s: %s[\"id\"]}), %d)",
                        Python.text(entity), Python.text(via), variable, status)
                .add("equal(app.read(%s, one), one, \"the %s\")", Python.text(entity), Python.words(entity));
    }

    String attempt(String entity, String via, String variable) {
        return "app.post(%s, app.body(%s, %s=%s[\"id\"]))".formatted(path(entity), Python.text(entity), via, variable);
    }

    String path(String entity) {
        return Python.text("/" + world.aggregate(entity).path());
    }
}
