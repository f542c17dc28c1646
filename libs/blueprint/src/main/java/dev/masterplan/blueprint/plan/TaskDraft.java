package dev.masterplan.blueprint.plan;

import dev.masterplan.blueprint.code.SourceFile;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import java.util.List;

/**
 * A task before it has a number.
 *
 * @param key   stable name, from which its id is made
 * @param needs keys of tasks that come before
 */
record TaskDraft(
        String key,
        String name,
        String description,
        String kind,
        Complexity complexity,
        List<String> needs,
        List<SourceFile> files) {

    TaskDraft {
        needs = List.copyOf(needs);
        files = List.copyOf(files);
    }
}
