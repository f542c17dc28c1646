package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.HandOver;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** "Returning a loan gives its copy to the first waiting reservation of the book": who gets it, and who doesn't. */
final class HandOverCases {

    private final World world;
    private final Recipes recipes;
    private final HandOver form;
    private final String item;
    private final String shared;
    private final Transition step;
    private final Transition reached;

    HandOverCases(World world, HandOver form) {
        this.world = world;
        this.recipes = new Recipes(world);
        this.form = form;
        this.item = world.field(form.entity(), form.item()).references();
        this.shared = world.field(item, form.matchVia()).references();
        this.step = transition(form.entity(), form.on());
        this.reached = transition(form.target(), form.transition());
    }

    private Transition transition(String entity, String name) {
        return world.aggregate(entity).lifecycle().transitions().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown step: " + entity + "." + name));
    }

    List<AcceptanceCase> all() {
        Optional<Recipe> waiting = recipes.satisfying(form.target(), form.where());
        if (waiting.isEmpty() || waiting.get().days() > 0) {
            return List.of();
        }
        List<AcceptanceCase> cases = new ArrayList<>();
        cases.add(first(waiting.get()));
        cases.add(next(waiting.get()));
        List<List<String>> exits = recipes.exits(form.target(), form.where());
        if (!exits.isEmpty()) {
            cases.add(passedOver(waiting.get(), exits));
        }
        return cases;
    }

    private AcceptanceCase first(Recipe waiting) {
        Script script = held("item", "one");
        waiting.make(script, form.target(), "elsewhere", Map.of());
        queue(script, waiting, "first", "shared");
        queue(script, waiting, "second", "shared");
        for (String left : List.of("second", "elsewhere")) {
            script.add("%s = app.read(%s, %s)", left, target(), left);
        }
        taken(script, "one");
        gets(script, "first", "item");
        for (String left : List.of("second", "elsewhere")) {
            script.add("equal(app.read(%s, %s), %s, \"the %s that does not get it\")", target(), left, left, words());
        }
        again(script);
        return AcceptanceCase.of(
                "first-gets-it",
                "two waiting " + plural() + " of one " + Python.words(shared) + " and one of another",
                "the step " + form.on() + " is taken",
                "the first becomes " + reached.to() + ", the others are as before",
                script.says("the first " + words() + " gets it"));
    }

    private AcceptanceCase next(Recipe waiting) {
        Script script = held("item", "one");
        script.add("item_2 = app.make(%s, %s=shared[\"id\"])", Python.text(item), form.matchVia())
                .add("two = app.make(%s, %s=item_2[\"id\"])", Python.text(form.entity()), form.item());
        before(script, "two");
        waiting.make(script, form.target(), "first", own());
        queue(script, waiting, "second", "shared");
        taken(script, "one");
        taken(script, "two");
        gets(script, "first", "item");
        gets(script, "second", "item_2");
        return AcceptanceCase.of(
                "next-gets-the-next",
                "two waiting " + plural() + " of one " + Python.words(shared) + ", and two of its "
                        + world.aggregate(item).plural(),
                "the step " + form.on() + " is taken for the one, then for the other",
                "each of the two becomes " + reached.to() + ", in their order",
                script.says("the second " + words() + " gets the next"));
    }

    /** The first one belongs to whoever sets it free, where both know to whom they belong. */
    private Map<String, String> own() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(form.targetMatch(), "shared[\"id\"]"));
        for (Field field : world.sent(world.aggregate(form.target()))) {
            if (field.references() != null && !field.name().equals(form.targetMatch())) {
                world.sent(world.aggregate(form.entity())).stream()
                        .filter(f -> field.references().equals(f.references())
                                && !f.name().equals(form.item()))
                        .findFirst()
                        .ifPresent(f -> fields.put(field.name(), "one[" + Python.text(f.name()) + "]"));
            }
        }
        return fields;
    }

    private AcceptanceCase passedOver(Recipe waiting, List<List<String>> exits) {
        Script script = held("item", "one").add("gone = []");
        for (List<String> leaving : exits) {
            queue(script, waiting, "left", "shared");
            Recipe.plain().then(leaving).follow(script, "left");
            script.add("gone.append(app.read(%s, left))", target());
        }
        queue(script, waiting, "first", "shared");
        taken(script, "one");
        script.add("for left in gone:")
                .add("    equal(app.read(%s, left), left, \"the %s that waits no more\")", target(), words());
        gets(script, "first", "item");
        return AcceptanceCase.of(
                "who-waits-no-more-is-passed-over",
                plural() + " that wait no more, in each way, and a later one that waits",
                "the step " + form.on() + " is taken",
                "the later one becomes " + reached.to(),
                script.says(Spoken.one(form.target()) + " that waits no more is passed over"));
    }

    /** What is set aside can be taken like any other, where no sentence forbids it. */
    private void again(Script script) {
        boolean free = form.itemState() != null
                && world.forms(CreateOnlyIf.class)
                        .filter(rule -> rule.entity().equals(form.entity())
                                && form.item().equals(rule.via()))
                        .flatMap(rule -> rule.must().stream())
                        .allMatch(condition -> Recipes.holds(condition, form.itemState()));
        world.forms(Effect.class)
                .filter(e -> free && e.entity().equals(form.entity()) && e.on().equals("create"))
                .filter(e -> form.item().equals(e.via()))
                .filter(e -> itemField().filter(f -> f.name().equals(e.field())).isPresent())
                .findFirst()
                .ifPresent(e -> script.add("app.make(%s, %s=item[\"id\"])", Python.text(form.entity()), form.item())
                        .add(
                                "holds(app.read(%s, item), {%s: %s})",
                                Python.text(item), Python.text(e.field()), Python.text(e.value())));
    }

    private Script held(String name, String holder) {
        Script script = new Script()
                .add("shared = app.make(%s)", Python.text(shared))
                .add("%s = app.make(%s, %s=shared[\"id\"])", name, Python.text(item), form.matchVia())
                .add("%s = app.make(%s, %s=%s[\"id\"])", holder, Python.text(form.entity()), form.item(), name);
        before(script, holder);
        return script;
    }

    private void before(Script script, String holder) {
        Aggregate aggregate = world.aggregate(form.entity());
        recipes.toState(aggregate, step.from()::contains)
                .ifPresent(lines -> Recipe.plain().then(lines).follow(script, holder));
    }

    private void queue(Script script, Recipe waiting, String variable, String of) {
        waiting.make(script, form.target(), variable, Map.of(form.targetMatch(), of + "[\"id\"]"));
    }

    private void taken(Script script, String holder) {
        script.add("app.move(%s, %s, %s)", Python.text(form.entity()), holder, Python.text(form.on()));
    }

    private void gets(Script script, String winner, String given) {
        String state = world.aggregate(form.target()).lifecycle().field();
        String received =
                form.targetItem() == null ? "" : ", %s: %s[\"id\"]".formatted(Python.text(form.targetItem()), given);
        script.add(
                "holds(app.read(%s, %s), {%s: %s%s})",
                target(), winner, Python.text(state), Python.text(reached.to()), received);
        itemField()
                .ifPresent(field -> script.add(
                        "holds(app.read(%s, %s), {%s: %s})",
                        Python.text(item), given, Python.text(field.name()), Python.text(form.itemState())));
    }

    private Optional<Field> itemField() {
        return form.itemState() == null
                ? Optional.empty()
                : world.aggregate(item).fields().stream()
                        .filter(f -> f.values().contains(form.itemState()) || world.isState(world.aggregate(item), f))
                        .findFirst();
    }

    private String target() {
        return Python.text(form.target());
    }

    private String words() {
        return Python.words(form.target());
    }

    private String plural() {
        return world.aggregate(form.target()).plural();
    }
}
