package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.List;

/**
 * A phase of {@code tasks.md}.
 *
 * @param number  as the headings count it; 0 for tasks outside of any
 * @param stories numbers of the user stories in its heading
 * @param said    what stands in it beside its tasks
 */
record TaskPhase(
        int number, String title, List<String> stories, List<String> said, List<TaskLine> tasks, SourceLine where) {

    String key() {
        return "phase " + number;
    }

    String name() {
        return number == 0 ? title : "Phase " + number + ": " + title;
    }
}
