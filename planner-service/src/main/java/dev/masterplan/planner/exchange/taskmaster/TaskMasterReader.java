package dev.masterplan.planner.exchange.taskmaster;

import dev.masterplan.messaging.plan.Discovery.Stack;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.planner.exchange.files.KnownPaths;
import dev.masterplan.planner.exchange.foreign.ForeignPlan;
import dev.masterplan.planner.exchange.foreign.ForeignRequirement;
import dev.masterplan.planner.exchange.foreign.ForeignStage;
import dev.masterplan.planner.exchange.foreign.ForeignTask;
import dev.masterplan.planner.exchange.foreign.StackGuess;
import dev.masterplan.planner.exchange.source.JsonValue;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import dev.masterplan.planner.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code tasks.json}: {@code {"tasks": […]}}, or one such object for each tag. */
public final class TaskMasterReader {

    private static final Set<String> KNOWN = Set.of(
            "id",
            "title",
            "description",
            "details",
            "testStrategy",
            "priority",
            "dependencies",
            "status",
            "subtasks",
            "parentTaskId",
            "parentId");

    private final SourceFile file;
    private final Notes notes;
    private final TaskReader tasks;
    private final List<ForeignRequirement> requirements = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private TaskMasterReader(SourceFile file, JsonValue root, Notes notes) {
        this.file = file;
        this.notes = notes;
        this.tasks = new TaskReader(new KnownPaths(root.strings()), notes);
    }

    /** Whether JSON is a file of Task Master. */
    public static boolean knows(JsonValue root) {
        return root.get("tasks") instanceof JsonValue.Items
                || root instanceof JsonValue.Members tags
                        && tags.fields().values().stream().anyMatch(tag -> tag.get("tasks") instanceof JsonValue.Items);
    }

    /** @param name of the plan */
    public static ForeignPlan read(String name, SourceFile file, JsonValue root, Notes notes) {
        return new TaskMasterReader(file, root, notes).plan(name, root);
    }

    private ForeignPlan plan(String name, JsonValue root) {
        Map<String, JsonValue> tags = tags(root);
        List<ForeignStage> stages = new ArrayList<>();
        tags.forEach((tag, value) -> stages.addAll(stages(tag, value, tags.size() > 1)));
        Stack stack = StackGuess.ofFiles(stages, notes);
        notes.guessed("complexity is taken from the priority: Task Master's file does not say how hard a task is");
        return new ForeignPlan(name, summary(tags), stack, stages, requirements, List.of(), List.of());
    }

    private Map<String, JsonValue> tags(JsonValue root) {
        Map<String, JsonValue> tags = new LinkedHashMap<>();
        if (root.get("tasks") instanceof JsonValue.Items) {
            tags.put("", root);
            return tags;
        }
        ((JsonValue.Members) root).fields().forEach((tag, value) -> {
            if (value.get("tasks") instanceof JsonValue.Items) {
                tags.put(tag, value);
            } else {
                notes.dropped(file.line(value.line()), "\"" + tag + "\" holds no tasks");
            }
        });
        return tags;
    }

    private static String summary(Map<String, JsonValue> tags) {
        for (JsonValue tag : tags.values()) {
            JsonValue metadata = tag.get("metadata");
            JsonValue said = metadata == null ? null : metadata.get("description");
            if (said != null && said.asText() != null) {
                return said.asText();
            }
        }
        return null;
    }

    private List<ForeignStage> stages(String tag, JsonValue value, boolean several) {
        List<Entry> entries = new ArrayList<>();
        for (JsonValue task : value.get("tasks").items()) {
            entry(several ? tag + "/" : "", task, entries);
        }
        List<ForeignTask> read = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.leftOut()) {
                notes.dropped(entry.where(), entry.id() + " is " + entry.status() + " in the file: not planned");
            } else {
                read.add(tasks.task(entry, several ? tag + "/" : "", requirement(entry)));
            }
        }
        return TaskPhases.stages(
                several ? tag : "", tasks.withWaitsForWholeSubtasks(read), file.line(value.line()), notes);
    }

    private void entry(String prefix, JsonValue task, List<Entry> entries) {
        JsonValue id = task.get("id");
        String text = id == null ? null : id.asText();
        if (text == null || text.isBlank()) {
            notes.dropped(file.line(task.line()), "a task without an id");
            return;
        }
        String unique = prefix + text.strip();
        if (!ids.add(unique)) {
            notes.dropped(file.line(task.line()), "a second task with the id " + unique);
            return;
        }
        ((JsonValue.Members) task).fields().forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                notes.dropped(file.line(value.line()), unique + ": the field \"" + name + "\"");
            }
        });
        entries.add(new Entry(unique, task, file, notes));
    }

    /** One requirement a task, made of its test strategy; its key, or null when it has none. */
    private String requirement(Entry entry) {
        String strategy = entry.text("testStrategy");
        if (strategy.isEmpty()) {
            notes.guessed(entry.where(), entry.id() + " has no testStrategy: no requirement is made of it");
            return null;
        }
        boolean must = Set.of("high", "critical").contains(entry.priority());
        String key = "TM-" + entry.id().replace('/', '-');
        requirements.add(new ForeignRequirement(
                key,
                strategy,
                must ? Priority.MUST : Priority.SHOULD,
                "derived: testStrategy of a task of " + (entry.priority().isEmpty() ? "no" : entry.priority())
                        + " priority",
                List.of(),
                file.line(entry.value().get("testStrategy").line())));
        return key;
    }

    /** @throws Refusal when the JSON is something else */
    public static void refuseOthers(SourceFile file, JsonValue root) {
        if (!knows(root)) {
            throw Refusal.invalid(file.name() + ": this JSON is neither a plan of this product nor a tasks.json");
        }
    }
}
