package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ways from the first state in which a condition holds to each state in which it does not, shortest first. */
record Exits(Lifecycle lifecycle, Condition condition) {

    List<List<Transition>> ways() {
        Optional<String> start = Lifecycles.way(lifecycle, lifecycle.initial(), s -> Recipes.holds(condition, s))
                .map(way -> Lifecycles.end(lifecycle.initial(), way));
        return start.stream()
                .flatMap(from -> lifecycle.states().stream()
                        .filter(state -> !Recipes.holds(condition, state))
                        .flatMap(state -> Lifecycles.way(lifecycle, from, state::equals).stream()))
                .sorted(Comparator.comparing(List::size))
                .toList();
    }
}
