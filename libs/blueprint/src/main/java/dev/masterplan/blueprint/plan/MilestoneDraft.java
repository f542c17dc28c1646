package dev.masterplan.blueprint.plan;

import java.util.List;

/** A milestone before it has a number. @param phase Setup, Core or Polish */
record MilestoneDraft(String phase, String name, String description, List<TaskDraft> tasks) {

    MilestoneDraft {
        tasks = List.copyOf(tasks);
    }
}
