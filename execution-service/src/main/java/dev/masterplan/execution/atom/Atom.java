package dev.masterplan.execution.atom;

import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.Required;
import java.util.List;
import java.util.UUID;

/**
 * One subtask as a unit of work; immutable, its state lives in the run's memory and in the journal.
 *
 * @param no             0-based in its run, in plan order
 * @param name           {@code <task> - <subtask>}
 * @param file           the one file that it writes, null for a check
 * @param requirementIds requirements of its task
 */
public record Atom(
        int no,
        UUID id,
        String name,
        UUID taskId,
        UUID subtaskId,
        int taskNumber,
        int subtaskNumber,
        String language,
        String file,
        Complexity complexity,
        List<UUID> requirementIds,
        int wave) {

    public Atom {
        id = Required.value(id, "id");
        name = Required.text(name, "name");
        requirementIds = Required.copy(requirementIds);
    }

    /** 1-based: the atom's key in the database and in its file versions. */
    public int number() {
        return no + 1;
    }

    /** A check writes nothing: R-000 and the gate answer it. */
    public boolean check() {
        return file == null;
    }

    /** CRITICAL 4 … LOW 1. */
    public int priority() {
        return complexity.ordinal() + 1;
    }
}
