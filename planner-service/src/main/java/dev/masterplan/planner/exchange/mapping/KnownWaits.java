package dev.masterplan.planner.exchange.mapping;

import dev.masterplan.planner.exchange.foreign.ForeignStage;
import dev.masterplan.planner.exchange.foreign.ForeignTask;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Step;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import dev.masterplan.planner.exchange.source.Notes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps the waits for what the plan holds; each other one is noted with its line. */
final class KnownWaits {

    private final Set<String> ids = new HashSet<>();
    private final Notes notes;

    KnownWaits(List<ForeignStage> stages, Notes notes) {
        this.notes = notes;
        stages.stream().flatMap(stage -> stage.tasks().stream()).forEach(task -> {
            ids.add(task.id());
            task.steps().forEach(step -> ids.add(step.id()));
        });
    }

    ForeignTask in(ForeignTask task) {
        List<Step> steps = task.steps().stream()
                .map(step -> new Step(
                        step.id(),
                        step.title(),
                        step.description(),
                        step.file(),
                        step.check(),
                        step.done(),
                        known(step.id(), step.waits())))
                .toList();
        return task.with(known(task.id(), task.waits()), steps);
    }

    private List<Wait> known(String who, List<Wait> waits) {
        return waits.stream().filter(wait -> keep(who, wait)).toList();
    }

    private boolean keep(String who, Wait wait) {
        if (wait.id().equals(who)) {
            notes.dropped(wait.where(), who + " waits for itself: left out");
            return false;
        }
        if (!ids.contains(wait.id())) {
            notes.dropped(
                    wait.where(),
                    who + " waits for " + wait.id() + ", which the plan does not hold: add it if the order matters");
            return false;
        }
        return true;
    }
}
