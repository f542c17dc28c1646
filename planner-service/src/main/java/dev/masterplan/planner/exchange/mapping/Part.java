package dev.masterplan.planner.exchange.mapping;

import dev.masterplan.planner.exchange.foreign.ForeignTask;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Step;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A task, or a part of one that became several: it waits for the part before it.
 *
 * @param number 1-based of {@code of}
 */
record Part(ForeignTask task, int number, int of, List<Step> steps) {

    String id() {
        return id(task.id(), number);
    }

    static String id(String taskId, int number) {
        return number == 1 ? taskId : taskId + "#" + number;
    }

    String name() {
        return of == 1 ? task.title() : task.title() + " (" + number + " of " + of + ")";
    }

    /** Ids of tasks and steps that it waits for; not the part before it. */
    Set<String> waits() {
        Set<String> ids = new LinkedHashSet<>();
        Stream<Wait> own = number == 1 ? task.waits().stream() : Stream.empty();
        Stream.concat(own, steps.stream().flatMap(step -> step.waits().stream()))
                .forEach(wait -> ids.add(wait.id()));
        return ids;
    }

    List<String> files() {
        return steps.stream()
                .map(Step::file)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
