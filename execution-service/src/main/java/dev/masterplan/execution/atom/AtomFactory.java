package dev.masterplan.execution.atom;

import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes the atoms of a plan: one per subtask, in plan order; the same plan and run give the same ids. */
public final class AtomFactory {

    private AtomFactory() {}

    /** @param waves 1-based wave of each task, in the order of {@code tasks} */
    public static List<Atom> atoms(UUID runId, List<Task> tasks, int[] waves) {
        List<Atom> atoms = new ArrayList<>();
        for (int t = 0; t < tasks.size(); t++) {
            for (Subtask subtask : tasks.get(t).subtasks()) {
                atoms.add(atom(runId, atoms.size(), tasks.get(t), subtask, waves[t]));
            }
        }
        return List.copyOf(atoms);
    }

    private static Atom atom(UUID runId, int no, Task task, Subtask subtask, int wave) {
        String file = subtask.kind() == SubtaskKind.FILE ? subtask.targetFile() : null;
        return new Atom(
                no,
                idOf(runId, subtask.id().toString()),
                task.name() + " - " + subtask.name(),
                task.id(),
                subtask.id(),
                task.number(),
                subtask.number(),
                file == null ? "text" : Languages.of(file),
                file,
                task.complexity(),
                task.requirementIds(),
                wave);
    }

    /** A name-based id inside a run, so that preparing twice gives the same rows. */
    public static UUID idOf(UUID runId, String name) {
        return UUID.nameUUIDFromBytes((runId + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
