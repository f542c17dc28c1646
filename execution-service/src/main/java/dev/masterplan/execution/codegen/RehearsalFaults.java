package dev.masterplan.execution.codegen;

import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Which subtask of a plan gets which fault: the same plan and seed give the same faults. Those that a validator sees fall
 * on files of the foundation, those that only an acceptance test sees on what speaks HTTP: the one that is mended on the
 * first feature, the one that stays on the last, so that the plan shows a gate that opens after its repair round.
 *
 * @param mended   a syntax error that the second attempt mends
 * @param stubborn a syntax error in every attempt but the last
 * @param busy     the provider answers 429 once
 * @param repaired changes that are forgotten, which the repair round mends
 * @param stays    a method that should be refused, which no author mends
 * @param atoms    files to be written in all
 */
record RehearsalFaults(UUID mended, UUID stubborn, UUID busy, String repaired, String stays, int atoms) {

    private static final String INTERFACE = "/api.py";

    static RehearsalFaults of(MasterPlanApproved approved, long seed) {
        List<UUID> foundation = new ArrayList<>();
        List<String> interfaces = new ArrayList<>();
        int atoms = 0;
        for (Task task : approved.plan().tasks().toList()) {
            for (Subtask subtask : task.subtasks()) {
                String file = subtask.targetFile();
                atoms += file == null ? 0 : 1;
                if (file != null && file.endsWith(INTERFACE) && !interfaces.contains(file)) {
                    interfaces.add(file);
                }
                if (file != null && task.requirementIds().isEmpty() && file.endsWith(".py") && !file.contains("__")) {
                    foundation.add(subtask.id());
                }
            }
        }
        Collections.shuffle(foundation, new Random(seed));
        return new RehearsalFaults(
                pick(foundation, 0),
                pick(foundation, 1),
                pick(foundation, 2),
                interfaces.isEmpty() ? null : interfaces.getFirst(),
                interfaces.isEmpty() ? null : interfaces.getLast(),
                Math.max(1, atoms));
    }

    private static UUID pick(List<UUID> from, int index) {
        return index < from.size() ? from.get(index) : null;
    }
}
