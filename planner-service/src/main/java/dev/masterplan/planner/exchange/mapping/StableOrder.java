package dev.masterplan.planner.exchange.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Puts things behind what they wait for and otherwise leaves them where they stand. Things that wait for each other
 * come last, in the order in which they stood.
 */
final class StableOrder {

    private StableOrder() {}

    /** Waits for ids that none of the things has do not count. */
    static <T> List<T> of(List<T> things, Function<T, String> id, Function<T, Collection<String>> waits) {
        Map<String, T> left = new LinkedHashMap<>();
        things.forEach(thing -> left.put(id.apply(thing), thing));
        List<T> ordered = new ArrayList<>();
        T next = ready(left, waits);
        while (next != null) {
            left.remove(id.apply(next));
            ordered.add(next);
            next = ready(left, waits);
        }
        ordered.addAll(left.values());
        return ordered;
    }

    private static <T> T ready(Map<String, T> left, Function<T, Collection<String>> waits) {
        for (Map.Entry<String, T> each : left.entrySet()) {
            if (ready(waits.apply(each.getValue()), each.getKey(), left.keySet())) {
                return each.getValue();
            }
        }
        return null;
    }

    private static boolean ready(Collection<String> waits, String own, Set<String> left) {
        Set<String> open = new HashSet<>(waits);
        open.remove(own);
        open.retainAll(left);
        return open.isEmpty();
    }
}
