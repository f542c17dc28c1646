package dev.masterplan.execution.graph;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Plans by seed: acyclic tasks, chains on one file, files shared between tasks, checks. */
public final class RandomPlans {

    private RandomPlans() {}

    public static PlanDocument of(long seed) {
        Random random = new Random(seed);
        List<Task> tasks = new ArrayList<>();
        int count = 1 + random.nextInt(40);
        for (int t = 0; t < count; t++) {
            tasks.add(task(t, tasks, random));
        }
        int cut = random.nextInt(tasks.size() + 1);
        Milestone first = milestone(1, List.of(), tasks.subList(0, cut));
        Milestone second =
                milestone(2, random.nextBoolean() ? List.of(first.id()) : List.of(), tasks.subList(cut, tasks.size()));
        return new PlanDocument(List.of(new Phase("Core", List.of(first, second))));
    }

    private static Milestone milestone(int number, List<UUID> dependsOn, List<Task> tasks) {
        return new Milestone(new UUID(9, number), number, "Milestone " + number, "", dependsOn, tasks);
    }

    private static Task task(int t, List<Task> before, Random random) {
        List<UUID> dependsOn = before.stream()
                .filter(b -> random.nextInt(6) == 0)
                .map(Task::id)
                .toList();
        List<Subtask> subtasks = new ArrayList<>();
        int count = random.nextInt(5);
        for (int s = 0; s < count; s++) {
            boolean check = random.nextInt(8) == 0;
            String file =
                    random.nextInt(4) == 0 ? "shared/" + random.nextInt(5) + ".py" : "t" + t + "/" + s % 2 + ".py";
            subtasks.add(new Subtask(
                    new UUID(t + 1, s),
                    s + 1,
                    "subtask " + s,
                    "",
                    check ? SubtaskKind.CHECK : SubtaskKind.FILE,
                    check ? null : file));
        }
        Complexity complexity = Complexity.values()[random.nextInt(4)];
        return new Task(
                new UUID(7, t), t + 1, "task " + t, "", "model", complexity, dependsOn, List.of(), List.of(), subtasks);
    }
}
