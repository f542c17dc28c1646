package dev.masterplan.blueprint.test;

import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Ways through the states of an aggregate. */
final class Lifecycles {

    private Lifecycles() {}

    /** Shortest way from a state to the first one that is wanted; empty when none can be reached. */
    static Optional<List<Transition>> way(Lifecycle lifecycle, String start, Predicate<String> wanted) {
        Map<String, List<Transition>> ways = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        ways.put(start, List.of());
        while (!open.isEmpty()) {
            String state = open.poll();
            if (wanted.test(state)) {
                return Optional.of(ways.get(state));
            }
            for (Transition transition : lifecycle.transitions()) {
                if (transition.from().contains(state) && !ways.containsKey(transition.to())) {
                    List<Transition> way = new ArrayList<>(ways.get(state));
                    way.add(transition);
                    ways.put(transition.to(), way);
                    open.add(transition.to());
                }
            }
        }
        return Optional.empty();
    }

    static Optional<List<Transition>> way(Lifecycle lifecycle, String state) {
        return way(lifecycle, lifecycle.initial(), state::equals);
    }

    /** The state after that way. */
    static String end(String start, List<Transition> way) {
        return way.isEmpty() ? start : way.getLast().to();
    }
}
