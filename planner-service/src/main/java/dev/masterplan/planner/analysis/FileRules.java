package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.PathGuard;
import dev.masterplan.messaging.plan.PathNames;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with the files of a plan: unsafe, named but not written, written but not named, shared. */
final class FileRules {

    private FileRules() {}

    static Stream<Finding> findings(PlanDocument plan) {
        return Stream.of(
                        plan.tasks().flatMap(FileRules::unsafe),
                        plan.tasks().flatMap(FileRules::unwritten),
                        plan.tasks().flatMap(FileRules::nameless),
                        plan.tasks().flatMap(FileRules::strayed),
                        twins(plan),
                        shared(plan))
                .flatMap(found -> found);
    }

    private static Stream<Finding> unsafe(Task task) {
        return paths(task)
                .flatMap(path -> PathGuard.problemForAtom(path).stream()
                        .map(why -> error(task, "unsafe_path", "\"" + path + "\": " + why)));
    }

    private static Stream<String> paths(Task task) {
        Stream<String> written =
                task.subtasks().stream().map(Subtask::targetFile).filter(Objects::nonNull);
        return Stream.concat(task.targetFiles().stream(), written).distinct();
    }

    /** Two names that are one file on some systems, or a file where another needs a folder. */
    private static Stream<Finding> twins(PlanDocument plan) {
        PathNames names = new PathNames();
        return plan
                .tasks()
                .flatMap(task -> paths(task)
                        .flatMap(path -> names.add(path).stream()
                                .map(how -> error(task, "unsafe_path", "\"" + path + "\" " + how))))
                .toList()
                .stream();
    }

    private static Stream<Finding> unwritten(Task task) {
        Set<String> written = task.subtasks().stream()
                .map(Subtask::targetFile)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return task.targetFiles().stream()
                .filter(file -> !written.contains(file))
                .map(file -> error(task, "unwritten_file", "no subtask writes " + file));
    }

    private static Stream<Finding> nameless(Task task) {
        return task.subtasks().stream()
                .filter(subtask -> subtask.kind() == SubtaskKind.FILE && subtask.targetFile() == null)
                .map(subtask -> error(
                        task,
                        "no_target_file",
                        "subtask " + subtask.number() + " \"" + subtask.name()
                                + "\" names no file that it writes: name one, or make it a check"));
    }

    private static Stream<Finding> strayed(Task task) {
        Set<String> named = new HashSet<>(task.targetFiles());
        return task.subtasks().stream()
                .filter(subtask -> subtask.kind() == SubtaskKind.FILE)
                .filter(subtask -> subtask.targetFile() != null && !named.contains(subtask.targetFile()))
                .map(subtask -> error(
                        task,
                        "file_of_no_task",
                        "subtask " + subtask.number() + " writes " + subtask.targetFile()
                                + ", which its task does not name"));
    }

    private static Finding error(Task task, String code, String text) {
        return Finding.error(code, "task " + task.number() + ": " + text).ofTask(task.number());
    }

    private static Stream<Finding> shared(PlanDocument plan) {
        Map<Integer, Task> byNumber = new TreeMap<>();
        plan.tasks().forEach(task -> byNumber.put(task.number(), task));
        Map<String, Integer> writer = new HashMap<>();
        Stream.Builder<Finding> found = Stream.builder();
        byNumber.values()
                .forEach(task -> new HashSet<>(task.targetFiles()).forEach(file -> {
                    Integer before = writer.put(file, task.number());
                    if (before != null) {
                        found.add(Finding.warning(
                                        "shared_file",
                                        "tasks " + before + " and " + task.number() + " write " + file + "; task "
                                                + task.number() + " waits for task " + before)
                                .ofTask(task.number()));
                    }
                }));
        return found.build();
    }
}
