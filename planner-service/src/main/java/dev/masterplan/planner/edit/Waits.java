package dev.masterplan.planner.edit;

import dev.masterplan.planner.edit.PlanEdit.Dependents;
import dev.masterplan.planner.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What waits for what, among the tasks of a plan or among its milestones. After each of its changes every edge still
 * ends at something that is there; what has happened to edges is told.
 */
final class Waits {

    private final Map<UUID, Waiting> all = new LinkedHashMap<>();
    private final List<String> notes;

    private Waits(List<Waiting> waiting, List<String> notes) {
        waiting.forEach(each -> all.put(each.id(), each));
        this.notes = notes;
    }

    /** @param what "task" or "milestone"; @param needs of the outline itself: changing it changes the plan */
    private record Waiting(UUID id, String what, String name, Set<UUID> needs) {
        String named() {
            return what + " \"" + name + "\"";
        }
    }

    static Waits ofTasks(Outline outline, List<String> notes) {
        return new Waits(
                outline.tasks()
                        .map(task -> new Waiting(task.id, "task", task.name, task.needs))
                        .toList(),
                notes);
    }

    static Waits ofMilestones(Outline outline, List<String> notes) {
        return new Waits(
                outline.milestones()
                        .map(each -> new Waiting(each.id, "milestone", each.name, each.needs))
                        .toList(),
                notes);
    }

    boolean knows(UUID id) {
        return all.containsKey(id);
    }

    void add(UUID id, UUID on) {
        Waiting waiting = get(id);
        get(on);
        if (!waiting.needs().add(on)) {
            throw Refusal.invalid(waiting.named() + " waits for " + get(on).named() + " already");
        }
        refuseCycle(id);
    }

    void remove(UUID id, UUID on) {
        if (!get(id).needs().remove(on)) {
            throw Refusal.invalid(get(id).named() + " does not wait for " + on);
        }
    }

    /** Those that wait for the first wait for the new one as well. */
    void alsoFor(UUID id, UUID added) {
        all.values().stream()
                .filter(each -> each.needs().contains(id))
                .forEach(each -> each.needs().add(added));
    }

    /** Takes one out; call it before it is taken out of the plan. */
    void delete(UUID id, Dependents dependents) {
        Waiting gone = get(id);
        for (Waiting each : all.values()) {
            if (each != gone && each.needs().remove(id)) {
                if (dependents == Dependents.DETACH) {
                    notes.add(each.named() + " no longer waits for the deleted " + gone.named());
                } else {
                    Set<UUID> inherited = new LinkedHashSet<>(gone.needs());
                    inherited.removeAll(List.of(id, each.id()));
                    each.needs().addAll(inherited);
                    notes.add(each.named() + " waited for the deleted " + gone.named() + ", now for "
                            + (inherited.isEmpty()
                                    ? "nothing in its place"
                                    : "what that waited for: " + names(inherited)));
                }
            }
        }
        all.remove(id);
    }

    /** One takes the place of the others; call it before they are taken out of the plan. */
    void merge(UUID into, Set<UUID> others) {
        Waiting kept = get(into);
        others.forEach(other -> kept.needs().addAll(get(other).needs()));
        for (Waiting each : all.values()) {
            if (!others.contains(each.id()) && each.needs().removeAll(others)) {
                each.needs().add(into);
            }
        }
        kept.needs().removeAll(others);
        kept.needs().remove(into);
        others.forEach(all::remove);
        refuseCycle(into);
    }

    private String names(Set<UUID> ids) {
        return ids.stream()
                .map(id -> all.containsKey(id) ? all.get(id).named() : id.toString())
                .collect(Collectors.joining(", "));
    }

    private Waiting get(UUID id) {
        Waiting found = id == null ? null : all.get(id);
        if (found == null) {
            throw Refusal.invalid("there is no task or milestone " + id + " of the same kind in this plan");
        }
        return found;
    }

    private void refuseCycle(UUID start) {
        List<UUID> path = wayBack(start);
        if (!path.isEmpty()) {
            String cycle = path.stream()
                    .map(id -> "\"" + all.get(id).name() + "\" → ")
                    .collect(Collectors.joining("", "", "\"" + all.get(start).name() + "\""));
            throw Refusal.invalid(all.get(start).what() + "s would wait for each other: " + cycle);
        }
    }

    /** Those on a way from the start back to it, empty when there is none. */
    private List<UUID> wayBack(UUID start) {
        Map<UUID, UUID> cameFrom = new LinkedHashMap<>();
        List<UUID> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            UUID at = open.removeLast();
            for (UUID next : all.get(at).needs()) {
                if (next.equals(start)) {
                    return path(cameFrom, at);
                }
                if (all.containsKey(next) && !cameFrom.containsKey(next)) {
                    cameFrom.put(next, at);
                    open.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<UUID> path(Map<UUID, UUID> cameFrom, UUID last) {
        List<UUID> path = new ArrayList<>();
        for (UUID step = last; step != null; step = cameFrom.get(step)) {
            path.addFirst(step);
        }
        return path;
    }
}
