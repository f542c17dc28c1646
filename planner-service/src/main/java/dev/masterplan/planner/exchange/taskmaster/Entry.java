package dev.masterplan.planner.exchange.taskmaster;

import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import dev.masterplan.planner.exchange.source.JsonValue;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A task or a subtask as the file has it.
 *
 * @param id with the tag in front when the file has several: {@code master/5}, {@code master/5.2}
 */
record Entry(String id, JsonValue value, SourceFile file, Notes notes) {

    private static final Set<String> DONE = Set.of("done", "completed", "complete");
    private static final Set<String> LEFT_OUT = Set.of("deferred", "cancelled", "canceled");
    private static final Set<String> OPEN =
            Set.of("pending", "in-progress", "in_progress", "todo", "review", "blocked");

    SourceLine where() {
        return file.line(value.line());
    }

    /** The text of that name, empty when there is none. */
    String text(String name) {
        JsonValue found = value.get(name);
        String text = found == null ? null : found.asText();
        return text == null ? "" : text.strip();
    }

    String title() {
        String title = text("title");
        return title.isEmpty() ? text("description") : title;
    }

    /** Description and details: all of what is to be done. */
    String description() {
        return (text("description") + "\n\n" + text("details")).strip();
    }

    boolean done() {
        return DONE.contains(status());
    }

    /** Whether somebody put it off or called it off. */
    boolean leftOut() {
        if (!status().isEmpty()
                && !LEFT_OUT.contains(status())
                && !DONE.contains(status())
                && !OPEN.contains(status())) {
            notes.guessed(where(), id + " has the unknown status \"" + text("status") + "\": taken as open");
        }
        return LEFT_OUT.contains(status());
    }

    String status() {
        return text("status").toLowerCase(Locale.ROOT);
    }

    String priority() {
        return text("priority").toLowerCase(Locale.ROOT);
    }

    /** @param scope what stands in front of an id that names no task of its own: the tag, and for a subtask its task */
    List<Wait> waits(String tag, String taskId) {
        List<Wait> waits = new ArrayList<>();
        JsonValue needed = value.get("dependencies");
        if (needed == null) {
            return waits;
        }
        for (JsonValue each : needed.items()) {
            String text = each.asText();
            if (text == null || text.isBlank()) {
                notes.dropped(file.line(each.line()), id + " waits for something that is no id");
            } else {
                waits.add(new Wait(resolved(text.strip(), tag, taskId), file.line(each.line())));
            }
        }
        return waits;
    }

    /** In a subtask "3" is its sibling, "3.2" and the like say it in full. */
    private static String resolved(String text, String tag, String taskId) {
        return taskId == null || text.contains(".") ? tag + text : taskId + "." + text;
    }
}
