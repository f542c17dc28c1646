package dev.masterplan.planner.exchange.taskmaster;

import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.planner.exchange.files.KnownPaths;
import dev.masterplan.planner.exchange.files.Mention;
import dev.masterplan.planner.exchange.foreign.ForeignTask;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Step;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import dev.masterplan.planner.exchange.foreign.ShortName;
import dev.masterplan.planner.exchange.foreign.StepWriter;
import dev.masterplan.planner.exchange.foreign.StepWriter.Work;
import dev.masterplan.planner.exchange.source.JsonValue;
import dev.masterplan.planner.exchange.source.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one task with its subtasks. */
final class TaskReader {

    private static final int LONGEST_TITLE = 160;

    private final KnownPaths known;
    private final Notes notes;
    private final StepWriter writer;
    private final Map<String, List<String>> stepsOf = new HashMap<>();

    /** @param known all files that the import names */
    TaskReader(KnownPaths known, Notes notes) {
        this.known = known;
        this.notes = notes;
        this.writer = new StepWriter(notes);
    }

    /** @param requirement key of what it keeps, null when nothing is known */
    ForeignTask task(Entry task, String tag, String requirement) {
        List<Entry> subtasks = subtasks(task);
        List<Step> steps = subtasks.isEmpty() ? whole(task) : parts(task, subtasks, tag);
        return new ForeignTask(
                task.id(),
                title(task),
                task.description(),
                complexity(task),
                task.waits(tag, null),
                steps,
                requirement == null ? List.of() : List.of(requirement),
                task.where());
    }

    private static String title(Entry task) {
        String title = task.title();
        return task.id() + " " + (title.length() <= LONGEST_TITLE && !title.isEmpty() ? title : ShortName.of(title));
    }

    private static Complexity complexity(Entry task) {
        return switch (task.priority()) {
            case "critical" -> Complexity.CRITICAL;
            case "high" -> Complexity.HIGH;
            case "low" -> Complexity.LOW;
            default -> Complexity.MEDIUM;
        };
    }

    private List<Entry> subtasks(Entry task) {
        List<Entry> subtasks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonValue list = task.value().get("subtasks");
        for (JsonValue each : list == null ? List.<JsonValue>of() : list.items()) {
            JsonValue id = each.get("id");
            String text = id == null ? null : id.asText();
            String unique = text != null && text.contains(".") ? text : task.id() + "." + text;
            Entry subtask = new Entry(unique, each, task.file(), notes);
            if (text == null || !ids.add(unique)) {
                notes.dropped(subtask.where(), task.id() + ": a subtask without an id, or with one that comes twice");
            } else if (subtask.leftOut()) {
                notes.dropped(subtask.where(), unique + " is " + subtask.status() + " in the file: not planned");
            } else {
                subtasks.add(subtask);
            }
        }
        return subtasks;
    }

    private List<Step> whole(Entry task) {
        String title = task.title().isEmpty() ? task.id() : task.title();
        return writer.steps(
                new Work(task.id(), title, task.description(), task.done(), List.of(), task.where()), files(task));
    }

    private List<Mention> files(Entry entry) {
        return known.in(entry.text("title") + "\n" + entry.description());
    }

    private List<Step> parts(Entry task, List<Entry> subtasks, String tag) {
        List<Mention> ofTask = files(task);
        List<Step> steps = new ArrayList<>();
        Set<String> written = new HashSet<>();
        for (Entry subtask : subtasks) {
            boolean done = task.done() || subtask.done();
            List<Wait> waits = subtask.waits(tag, task.id());
            Work work = new Work(subtask.id(), title(subtask), subtask.description(), done, waits, subtask.where());
            List<Step> made = writer.steps(work, FilesOfSubtask.of(subtask, files(subtask), ofTask));
            stepsOf.put(subtask.id(), made.stream().map(Step::id).toList());
            made.forEach(step -> written.add(step.file()));
            steps.addAll(made);
        }
        steps.addAll(unwritten(task, ofTask, written));
        return steps;
    }

    /** Files that the task names and none of its subtasks writes. */
    private List<Step> unwritten(Entry task, List<Mention> ofTask, Set<String> written) {
        List<Step> steps = new ArrayList<>();
        for (Mention file : ofTask) {
            if (file.written() && !written.contains(file.path())) {
                notes.guessed(task.where(), task.id() + " names " + file.path() + ", no subtask does: one is added");
                steps.add(new Step(
                        task.id() + "/file/" + (steps.size() + 1),
                        "Write " + file.path(),
                        null,
                        file.path(),
                        false,
                        task.done(),
                        List.of()));
            }
        }
        return steps;
    }

    /** A wait for a subtask is one for each step that it became. */
    List<ForeignTask> withWaitsForWholeSubtasks(List<ForeignTask> tasks) {
        return tasks.stream()
                .map(task -> task.with(
                        whole(task.waits()),
                        task.steps().stream()
                                .map(step -> new Step(
                                        step.id(),
                                        step.title(),
                                        step.description(),
                                        step.file(),
                                        step.check(),
                                        step.done(),
                                        whole(step.waits())))
                                .toList()))
                .toList();
    }

    private List<Wait> whole(List<Wait> waits) {
        return waits.stream()
                .flatMap(wait -> stepsOf.getOrDefault(wait.id(), List.of(wait.id())).stream()
                        .map(id -> new Wait(id, wait.where())))
                .toList();
    }
}
