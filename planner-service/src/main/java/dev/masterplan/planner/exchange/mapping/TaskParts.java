package dev.masterplan.planner.exchange.mapping;

import dev.masterplan.planner.exchange.foreign.ForeignTask;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Step;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import dev.masterplan.planner.exchange.source.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cuts a task into chained parts where it has to be: a part has at most seven steps, and none of them waits for another
 * that writes a different file, since steps of one task on different files run side by side.
 */
final class TaskParts {

    private static final int MOST_STEPS = 7;

    private TaskParts() {}

    static List<Part> of(ForeignTask task, Notes notes) {
        List<Step> ordered = StableOrder.of(
                task.steps(),
                Step::id,
                step -> step.waits().stream().map(Wait::id).toList());
        Map<String, Step> byId = ordered.stream().collect(Collectors.toMap(Step::id, Function.identity()));
        List<List<Step>> cut = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        for (Step step : ordered) {
            if (open.size() == MOST_STEPS || mustStandBehind(step, open, byId)) {
                cut.add(open);
                open = new ArrayList<>();
            }
            open.add(step);
        }
        cut.add(open);
        if (cut.size() > 1) {
            notes.mapped(
                    task.where(), task.id() + " becomes " + cut.size() + " tasks, one behind the other: " + why(task));
        }
        return numbered(task, cut);
    }

    private static String why(ForeignTask task) {
        return task.steps().size() > MOST_STEPS
                ? "it has " + task.steps().size() + " steps, a task has at most " + MOST_STEPS
                : "its steps wait for each other and write different files";
    }

    private static boolean mustStandBehind(Step step, List<Step> open, Map<String, Step> byId) {
        return step.waits().stream()
                .map(wait -> byId.get(wait.id()))
                .anyMatch(needed -> needed != null && open.contains(needed) && step.apartFrom(needed));
    }

    private static List<Part> numbered(ForeignTask task, List<List<Step>> cut) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            parts.add(new Part(task, i + 1, cut.size(), List.copyOf(cut.get(i))));
        }
        return parts;
    }
}
