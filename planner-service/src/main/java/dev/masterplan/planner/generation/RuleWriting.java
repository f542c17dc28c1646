package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.planner.analysis.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the rules write: exactly the subtasks of their own plan, each into its own file, a file's in their order, and the
 * whole program only when every file is finished.
 */
final class RuleWriting {

    private final Map<UUID, String> files = new HashMap<>();
    private final Map<String, List<UUID>> chains = new LinkedHashMap<>();

    private RuleWriting() {}

    static RuleWriting of(PlanDocument own) {
        RuleWriting writing = new RuleWriting();
        own.tasks().flatMap(task -> task.subtasks().stream()).forEach(subtask -> {
            writing.files.put(subtask.id(), subtask.targetFile());
            writing.chains
                    .computeIfAbsent(subtask.targetFile(), file -> new ArrayList<>())
                    .add(subtask.id());
        });
        return writing;
    }

    /** All are warnings: a person may write a file by hand when the run stops at it. */
    List<Finding> findings(PlanDocument plan) {
        return Stream.concat(plan.tasks().flatMap(this::notWritten), unfinished(plan))
                .toList();
    }

    private Stream<Finding> notWritten(Task task) {
        return task.subtasks().stream()
                .filter(subtask -> subtask.kind() == SubtaskKind.FILE)
                .filter(subtask -> !Objects.equals(files.get(subtask.id()), subtask.targetFile()))
                .map(subtask -> Finding.warning(
                                "not_written",
                                "task " + task.number() + ": the rules (no AI) don't write subtask "
                                        + subtask.number() + " \"" + subtask.name() + "\", " + subtask.targetFile()
                                        + ": the run stops there until a person writes it")
                        .ofTask(task.number()));
    }

    private Stream<Finding> unfinished(PlanDocument plan) {
        Map<String, Set<UUID>> planned = new HashMap<>();
        plan.tasks().flatMap(task -> task.subtasks().stream()).forEach(subtask -> note(subtask, planned));
        return chains.entrySet().stream().flatMap(chain -> {
            List<UUID> own = chain.getValue();
            List<UUID> left = List.copyOf(planned.getOrDefault(chain.getKey(), Set.of()));
            if (left.isEmpty()) {
                return Stream.of(Finding.warning(
                        "file_left_out", "nobody writes " + chain.getKey() + ", which the rules' program needs"));
            }
            boolean inOrder = own.stream().filter(left::contains).toList().equals(left);
            return inOrder && left.getLast().equals(own.getLast())
                    ? Stream.empty()
                    : Stream.of(Finding.warning(
                            "file_unfinished",
                            chain.getKey() + " is written in steps, and the last of the rules' steps is not its last"));
        });
    }

    private void note(Subtask subtask, Map<String, Set<UUID>> planned) {
        if (subtask.targetFile() != null && subtask.targetFile().equals(files.get(subtask.id()))) {
            planned.computeIfAbsent(subtask.targetFile(), file -> new LinkedHashSet<>())
                    .add(subtask.id());
        }
    }
}
