package dev.masterplan.planner.version;

import dev.masterplan.planner.version.PlanDiff.Change;
import dev.masterplan.planner.version.PlanDiff.FieldChange;
import dev.masterplan.planner.version.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two lists of items beside each other, matched by id. */
final class Comparison {

    private final Map<String, Item> before = new LinkedHashMap<>();
    private final Map<String, Item> after = new LinkedHashMap<>();
    private final Set<String> stayed;

    private Comparison(List<Item> before, List<Item> after) {
        before.forEach(item -> this.before.put(item.id(), item));
        after.forEach(item -> this.after.put(item.id(), item));
        this.stayed = stayed();
    }

    /**
     * @param parent what it stands in, comparable over versions; @param place the same for people, empty = none
     * @param fields name → text, list of texts or null, in the order in which they are shown
     */
    record Item(String id, String name, Object parent, String place, Map<String, Object> fields) {}

    static List<Change> of(List<Item> before, List<Item> after) {
        Comparison comparison = new Comparison(before, after);
        List<Change> changes = new ArrayList<>();
        comparison.after.values().forEach(item -> comparison.change(item, changes));
        comparison.before.values().stream()
                .filter(item -> !comparison.after.containsKey(item.id()))
                .forEach(item -> changes.add(new Change(Kind.REMOVED, item.id(), item.name(), List.of())));
        return changes;
    }

    private void change(Item item, List<Change> changes) {
        Item was = before.get(item.id());
        if (was == null) {
            changes.add(new Change(Kind.ADDED, item.id(), item.name(), List.of()));
            return;
        }
        List<FieldChange> fields = new ArrayList<>();
        item.fields().forEach((field, value) -> {
            if (!Objects.equals(was.fields().get(field), value)) {
                fields.add(new FieldChange(field, was.fields().get(field), value));
            }
        });
        Kind kind = fields.isEmpty() ? Kind.MOVED : Kind.CHANGED;
        if (!stayed.contains(item.id())) {
            fields.add(new FieldChange("place", place(was, before), place(item, after)));
        }
        if (!fields.isEmpty()) {
            changes.add(new Change(kind, item.id(), item.name(), fields));
        }
    }

    private static String place(Item item, Map<String, Item> all) {
        List<String> siblings = all.values().stream()
                .filter(other -> other.parent().equals(item.parent()))
                .map(Item::id)
                .toList();
        return item.place() + ", position " + (siblings.indexOf(item.id()) + 1);
    }

    /** The most items that kept their parent and their order among each other; all others of both lists moved. */
    private Set<String> stayed() {
        Map<String, Integer> index = new HashMap<>();
        before.keySet().forEach(id -> index.put(id, index.size()));
        Map<Object, List<Item>> byParent = after.values().stream()
                .filter(item -> before.containsKey(item.id()))
                .filter(item -> before.get(item.id()).parent().equals(item.parent()))
                .collect(Collectors.groupingBy(Item::parent, LinkedHashMap::new, Collectors.toList()));
        return byParent.values().stream()
                .flatMap(items -> longestRising(items, index).stream())
                .collect(Collectors.toSet());
    }

    /** Longest rising subsequence, in n log n: for each length the smallest last index, with the way to it. */
    private static List<String> longestRising(List<Item> items, Map<String, Integer> index) {
        TreeMap<Integer, String> ends = new TreeMap<>();
        Map<String, String> earlier = new HashMap<>();
        for (Item item : items) {
            int at = index.get(item.id());
            Map.Entry<Integer, String> smaller = ends.lowerEntry(at);
            if (smaller != null) {
                earlier.put(item.id(), smaller.getValue());
            }
            Integer larger = ends.higherKey(at);
            if (larger != null) {
                ends.remove(larger);
            }
            ends.put(at, item.id());
        }
        List<String> rising = new ArrayList<>();
        for (String id = ends.isEmpty() ? null : ends.lastEntry().getValue(); id != null; id = earlier.get(id)) {
            rising.add(id);
        }
        return rising;
    }
}
