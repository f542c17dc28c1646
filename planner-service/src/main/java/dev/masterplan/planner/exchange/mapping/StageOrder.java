package dev.masterplan.planner.exchange.mapping;

import dev.masterplan.planner.exchange.foreign.ForeignStage;
import dev.masterplan.planner.exchange.foreign.PlanPhase;
import dev.masterplan.planner.exchange.source.Notes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stages in the order of the plan's phases: one without tasks is left out, none stands before what it needs. */
final class StageOrder {

    private final Map<String, ForeignStage> byKey = new HashMap<>();
    private final Notes notes;

    private StageOrder(List<ForeignStage> stages, Notes notes) {
        stages.forEach(stage -> byKey.put(stage.key(), stage));
        this.notes = notes;
    }

    static List<ForeignStage> of(List<ForeignStage> stages, Notes notes) {
        StageOrder order = new StageOrder(stages, notes);
        List<ForeignStage> kept = new ArrayList<>();
        for (ForeignStage stage : stages) {
            if (stage.tasks().isEmpty()) {
                notes.dropped(stage.where(), "\"" + stage.name() + "\" holds no task that is planned: no milestone");
            } else {
                kept.add(stage.needing(order.standing(stage)));
            }
        }
        List<ForeignStage> ordered = StableOrder.of(order.inPhases(kept), ForeignStage::key, ForeignStage::needs);
        return ordered.stream()
                .sorted(Comparator.comparing(ForeignStage::phase))
                .toList();
    }

    /** What it needs, and through a stage without tasks what that one needs. */
    private List<String> standing(ForeignStage stage) {
        Set<String> standing = new LinkedHashSet<>();
        collect(stage, standing, new LinkedHashSet<>(Set.of(stage.key())));
        return List.copyOf(standing);
    }

    private void collect(ForeignStage stage, Set<String> standing, Set<String> seen) {
        for (String key : stage.needs()) {
            ForeignStage needed = byKey.get(key);
            if (needed == null) {
                notes.dropped(stage.where(), "\"" + stage.name() + "\" waits for " + key + ", which is not there");
            } else if (seen.add(key)) {
                if (needed.tasks().isEmpty()) {
                    collect(needed, standing, seen);
                } else {
                    standing.add(key);
                }
            }
        }
    }

    /** Each in its own phase, or in the latest of those that it needs. */
    private List<ForeignStage> inPhases(List<ForeignStage> stages) {
        Map<String, PlanPhase> phases = new HashMap<>();
        stages.forEach(stage -> phases.put(stage.key(), stage.phase()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ForeignStage stage : stages) {
                PlanPhase before = phases.get(stage.key());
                PlanPhase after = stage.needs().stream().map(phases::get).reduce(before, PlanPhase::notBefore);
                changed |= before != after;
                phases.put(stage.key(), after);
            }
        }
        return stages.stream()
                .map(stage -> moved(stage, phases.get(stage.key())))
                .toList();
    }

    private ForeignStage moved(ForeignStage stage, PlanPhase phase) {
        if (stage.phase() != phase) {
            notes.guessed(
                    stage.where(),
                    "\"" + stage.name() + "\" stands under " + phase.title() + ", since it needs what stands there");
        }
        return stage.in(phase);
    }
}
