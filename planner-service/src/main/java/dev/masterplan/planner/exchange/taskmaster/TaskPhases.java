package dev.masterplan.planner.exchange.taskmaster;

import dev.masterplan.planner.exchange.foreign.ForeignStage;
import dev.masterplan.planner.exchange.foreign.ForeignTask;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import dev.masterplan.planner.exchange.foreign.PlanPhase;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Task Master has no phases. A task whose title sounds like it belongs to Setup when all that it waits for does; it
 * belongs to Polish when all that wait for it do; everything else is Core.
 */
final class TaskPhases {

    private final Map<String, ForeignTask> byId = new HashMap<>();
    private final Map<String, Set<String>> needed = new HashMap<>();
    private final Map<String, Set<String>> awaitedBy = new HashMap<>();

    private TaskPhases(List<ForeignTask> tasks) {
        Map<String, String> owner = new HashMap<>();
        for (ForeignTask task : tasks) {
            byId.put(task.id(), task);
            owner.put(task.id(), task.id());
            task.steps().forEach(step -> owner.put(step.id(), task.id()));
        }
        for (ForeignTask task : tasks) {
            Stream.concat(task.waits().stream(), task.steps().stream().flatMap(step -> step.waits().stream()))
                    .map(Wait::id)
                    .map(owner::get)
                    .filter(other -> other != null && !other.equals(task.id()))
                    .forEach(other -> {
                        needed.computeIfAbsent(task.id(), id -> new HashSet<>()).add(other);
                        awaitedBy.computeIfAbsent(other, id -> new HashSet<>()).add(task.id());
                    });
        }
    }

    /** @param tag name of the tag, empty when there is one only */
    static List<ForeignStage> stages(String tag, List<ForeignTask> tasks, SourceLine where, Notes notes) {
        Map<String, PlanPhase> phases = new TaskPhases(tasks).phases();
        Map<PlanPhase, List<ForeignTask>> byPhase = new HashMap<>();
        for (ForeignTask task : tasks) {
            PlanPhase phase = phases.get(task.id());
            byPhase.computeIfAbsent(phase, each -> new ArrayList<>()).add(task);
            if (phase != PlanPhase.CORE) {
                notes.guessed(task.where(), task.id() + " belongs to " + phase.title() + ", by its title");
            }
        }
        List<ForeignStage> stages = new ArrayList<>();
        for (PlanPhase phase : PlanPhase.values()) {
            if (byPhase.containsKey(phase)) {
                String name = tag.isEmpty() ? phase.title() : tag + ": " + phase.title();
                stages.add(new ForeignStage(name, name, null, phase, List.of(), byPhase.get(phase), where));
            }
        }
        return stages;
    }

    private Map<String, PlanPhase> phases() {
        Map<String, PlanPhase> phases = new HashMap<>();
        byId.forEach((id, task) -> phases.put(id, PlanPhase.of(task.title())));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, PlanPhase> each : phases.entrySet()) {
                Map<String, Set<String>> next = each.getValue() == PlanPhase.SETUP ? needed : awaitedBy;
                boolean alone = next.getOrDefault(each.getKey(), Set.of()).stream()
                        .anyMatch(other -> phases.get(other) != each.getValue());
                if (each.getValue() != PlanPhase.CORE && alone) {
                    each.setValue(PlanPhase.CORE);
                    changed = true;
                }
            }
        }
        return phases;
    }
}
