package dev.masterplan.planner.analysis;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.Source;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Small plans, right until a test breaks them. Ids are made of numbers: task 3 is {@code id(3)}. */
final class Plans {

    static final UUID REQUIREMENT = new UUID(9, 1);

    private Plans() {}

    static UUID id(int number) {
        return new UUID(1, number);
    }

    /** A task that writes {@code app/<number>.py} and keeps the requirement. */
    static Task task(int number, Integer... needed) {
        return task(number, "app/" + number + ".py", needed);
    }

    static Task task(int number, String file, Integer... needed) {
        return new Task(
                id(number),
                number,
                "Task " + number,
                null,
                "rule",
                Complexity.LOW,
                List.of(needed).stream().map(Plans::id).toList(),
                List.of(file),
                List.of(REQUIREMENT),
                List.of(subtask(1, file)));
    }

    static Task with(Task t, List<String> files, List<Subtask> subtasks) {
        return new Task(
                t.id(),
                t.number(),
                t.name(),
                null,
                t.kind(),
                t.complexity(),
                t.dependsOn(),
                files,
                t.requirementIds(),
                subtasks);
    }

    static Task named(Task t, String name) {
        return new Task(
                t.id(),
                t.number(),
                name,
                null,
                t.kind(),
                t.complexity(),
                t.dependsOn(),
                t.targetFiles(),
                t.requirementIds(),
                t.subtasks());
    }

    static Task keeping(Task t, List<UUID> requirements) {
        return new Task(
                t.id(),
                t.number(),
                t.name(),
                null,
                t.kind(),
                t.complexity(),
                t.dependsOn(),
                t.targetFiles(),
                requirements,
                t.subtasks());
    }

    static Subtask subtask(int number, String file) {
        return new Subtask(new UUID(2, number), number, "Write " + number, null, SubtaskKind.FILE, file);
    }

    /** The tasks in the Core phase, one milestone. */
    static PlanDocument plan(Task... tasks) {
        return new PlanDocument(List.of(
                new Phase("Setup", List.of()),
                new Phase("Core", List.of(milestone(1, List.of(), tasks))),
                new Phase("Polish", List.of())));
    }

    static Milestone milestone(int number, List<UUID> needed, Task... tasks) {
        return new Milestone(new UUID(3, number), number, "Milestone " + number, null, needed, List.of(tasks));
    }

    /** One requirement, in this state. */
    static Discovery discovery(Priority priority, Coverage coverage) {
        Requirement requirement = new Requirement(
                REQUIREMENT,
                "R-001",
                "A sentence.",
                new Source(new UUID(4, 1), 1),
                priority,
                null,
                null,
                null,
                coverage);
        return new Discovery(
                "Library",
                null,
                new Discovery.Stack("python", null, null),
                List.of(requirement),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static List<TestSpecification> tests() {
        return List.of(new TestSpecification(
                "T-001-1", REQUIREMENT, "R-001", Priority.MUST, "case", "g", "w", "t", List.of(id(1)), false));
    }

    /** That many tasks in a row, each of which waits for the one before. */
    static Task[] chain(int length) {
        List<Task> tasks = new ArrayList<>();
        IntStream.rangeClosed(1, length).forEach(n -> tasks.add(n == 1 ? task(1) : task(n, n - 1)));
        return tasks.toArray(Task[]::new);
    }
}
