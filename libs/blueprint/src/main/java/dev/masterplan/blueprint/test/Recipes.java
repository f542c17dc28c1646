package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.Condition.Op;
import dev.masterplan.blueprint.form.SentenceForm.DateAfter;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out, from the discovery alone, how to bring a record into or out of a condition. */
final class Recipes {

    private final World world;

    Recipes(World world) {
        this.world = world;
    }

    /** A new record that satisfies all conditions; empty when no way is known. */
    Optional<Recipe> satisfying(String entity, List<Condition> conditions) {
        Optional<Recipe> recipe = Optional.of(Recipe.plain());
        for (Condition condition : conditions) {
            recipe = recipe.flatMap(r -> extended(r, world.aggregate(entity), condition));
        }
        return recipe;
    }

    /** New records each of which breaks one of the conditions and satisfies the others. */
    List<Recipe> breaking(String entity, List<Condition> conditions) {
        List<Recipe> recipes = new ArrayList<>();
        for (Condition broken : conditions) {
            List<Condition> others = new ArrayList<>(conditions);
            others.set(others.indexOf(broken), broken.negated());
            satisfying(entity, others).ifPresent(recipes::add);
        }
        return recipes;
    }

    private Optional<Recipe> extended(Recipe recipe, Aggregate aggregate, Condition condition) {
        Optional<Field> found = aggregate.field(condition.field());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Field field = found.get();
        if (world.isState(aggregate, field)) {
            return toState(aggregate, state -> holds(condition, state)).map(recipe::then);
        }
        return field.computed() ? computed(recipe, aggregate, field, condition) : sent(recipe, field, condition);
    }

    private static Optional<Recipe> sent(Recipe recipe, Field field, Condition condition) {
        if (condition.op() == Op.IS_EMPTY) {
            return field.required() ? Optional.empty() : Optional.of(recipe.with(field.name(), "None"));
        }
        if (condition.op() == Op.IS_SET) {
            return field.required() ? Optional.of(recipe) : Optional.empty();
        }
        if (condition.op() == Op.NE && condition.value().equals(field.defaultValue()) == false && fresh(field)) {
            return Optional.of(recipe);
        }
        return Literals.satisfying(field, condition)
                .map(literal -> recipe.with(Python.keyword(field.name()), Python.value(field, literal)));
    }

    /** The support makes a value of its own for it, which no literal of a sentence equals. */
    private static boolean fresh(Field field) {
        return field.type() == FieldType.TEXT && field.required();
    }

    private Optional<Recipe> computed(Recipe recipe, Aggregate aggregate, Field field, Condition condition) {
        if (condition.op() == Op.IS_EMPTY && field.defaultValue() == null) {
            return Optional.of(recipe);
        }
        if (field.defaultValue() != null && holds(condition, field.defaultValue())) {
            return Optional.of(recipe);
        }
        return byTime(recipe, aggregate, field, condition)
                .or(() -> byOwnStep(recipe, aggregate, field, condition))
                .or(() -> byCompanion(recipe, aggregate, field, condition));
    }

    /** A date that the program sets lies in the past once enough days went by. */
    private Optional<Recipe> byTime(Recipe recipe, Aggregate aggregate, Field field, Condition condition) {
        if (!"@today".equals(condition.value())) {
            return Optional.empty();
        }
        Optional<DateAfter> rule = world.forms(DateAfter.class)
                .filter(d -> d.entity().equals(aggregate.name()) && d.field().equals(field.name()))
                .findFirst();
        return switch (condition.op()) {
            case LT -> rule.map(d -> recipe.atLeast(d.days() + 1));
            case LE, EQ -> rule.map(d -> recipe.atLeast(d.days()));
            case GE, GT -> rule.map(d -> recipe);
            default -> Optional.empty();
        };
    }

    /** A step of the record itself sets the field. */
    private Optional<Recipe> byOwnStep(Recipe recipe, Aggregate aggregate, Field field, Condition condition) {
        return effects(field, condition)
                .filter(e -> e.via() == null && e.entity().equals(aggregate.name()))
                .filter(e -> aggregate.lifecycle() != null)
                .flatMap(e -> toStep(aggregate, e.on()).map(recipe::then).stream())
                .findFirst();
    }

    /** Another record that refers to this one sets the field when it is made. */
    private Optional<Recipe> byCompanion(Recipe recipe, Aggregate aggregate, Field field, Condition condition) {
        return effects(field, condition)
                .filter(e -> e.via() != null && e.on().equals("create"))
                .filter(e ->
                        aggregate.name().equals(world.field(e.entity(), e.via()).references()))
                .map(e -> recipe.then(List.of("§_%s = app.make(%s, %s=§[\"id\"])"
                        .formatted(Python.variable(e.entity()), Python.text(e.entity()), e.via()))))
                .findFirst();
    }

    private java.util.stream.Stream<Effect> effects(Field field, Condition condition) {
        return world.forms(Effect.class)
                .filter(e -> e.field().equals(field.name()))
                .filter(e -> condition.op() == Op.IS_SET || holds(condition, e.value()));
    }

    /** Statements that bring a new record of that aggregate to a wanted state. */
    Optional<List<String>> toState(Aggregate aggregate, Predicate<String> wanted) {
        Lifecycle lifecycle = aggregate.lifecycle();
        return Lifecycles.way(lifecycle, lifecycle.initial(), wanted).map(way -> steps(aggregate, way));
    }

    /** Statements up to and with that transition. */
    Optional<List<String>> toStep(Aggregate aggregate, String transition) {
        return aggregate.lifecycle().transitions().stream()
                .filter(t -> t.name().equals(transition))
                .findFirst()
                .flatMap(t -> toState(aggregate, t.from()::contains).map(before -> {
                    List<String> lines = new ArrayList<>(before);
                    lines.addAll(steps(aggregate, List.of(t)));
                    return lines;
                }));
    }

    /** One statement a transition, with what a rule wants before it. */
    List<String> steps(Aggregate aggregate, List<Transition> way) {
        List<String> lines = new ArrayList<>();
        for (Transition transition : way) {
            lines.addAll(prepared(aggregate, transition));
            lines.add("app.move(%s, §, %s)".formatted(Python.text(aggregate.name()), Python.text(transition.name())));
        }
        return lines;
    }

    private List<String> prepared(Aggregate aggregate, Transition transition) {
        List<String> lines = new ArrayList<>();
        world.forms(TransitionOnlyIf.class)
                .filter(rule -> rule.entity().equals(aggregate.name()) && rule.via() == null)
                .filter(rule -> rule.transition().equals(transition.name()))
                .flatMap(rule -> rule.must().stream())
                .forEach(condition -> aggregate
                        .field(condition.field())
                        .filter(field -> world.isSent(aggregate, field))
                        .flatMap(field -> Literals.satisfying(field, condition)
                                .map(literal -> "app.change(%s, §, %s=%s)"
                                        .formatted(
                                                Python.text(aggregate.name()),
                                                Python.keyword(field.name()),
                                                Python.value(field, literal))))
                        .ifPresent(lines::add));
        return lines;
    }

    /** Statements after which a record that satisfied all conditions breaks one; {@code §} is its variable. */
    Optional<List<String>> leaving(String entity, List<Condition> conditions) {
        Aggregate aggregate = world.aggregate(entity);
        for (Condition condition : conditions) {
            Optional<List<String>> lines = leaving(aggregate, condition);
            if (lines.isPresent()) {
                return lines;
            }
        }
        return Optional.empty();
    }

    /** Every way out of the conditions: each state in which they do not hold, else one change. */
    List<List<String>> exits(String entity, List<Condition> conditions) {
        Aggregate aggregate = world.aggregate(entity);
        List<List<String>> exits = new ArrayList<>();
        for (Condition condition : conditions) {
            if (aggregate.lifecycle() != null && aggregate.lifecycle().field().equals(condition.field())) {
                exits.addAll(new Exits(aggregate.lifecycle(), condition)
                        .ways().stream().map(way -> steps(aggregate, way)).toList());
            } else {
                leaving(aggregate, condition).ifPresent(exits::add);
            }
        }
        return exits;
    }

    private Optional<List<String>> leaving(Aggregate aggregate, Condition condition) {
        Field field = aggregate.field(condition.field()).orElse(null);
        if (field == null) {
            return Optional.empty();
        }
        if (world.isState(aggregate, field)) {
            return new Exits(aggregate.lifecycle(), condition)
                    .ways().stream().findFirst().map(way -> steps(aggregate, way));
        }
        if (!world.isSent(aggregate, field)) {
            return Optional.empty();
        }
        return Literals.satisfying(field, condition.negated())
                .map(literal -> List.of("app.change(%s, §, %s=%s)"
                        .formatted(
                                Python.text(aggregate.name()),
                                Python.keyword(field.name()),
                                Python.value(field, literal))));
    }

    /** Whether a text value satisfies a condition on equality; other operators never do. */
    static boolean holds(Condition condition, String value) {
        return switch (condition.op()) {
            case EQ -> condition.value().equals(value);
            case NE -> !condition.value().equals(value);
            case IS_SET -> true;
            default -> false;
        };
    }
}
