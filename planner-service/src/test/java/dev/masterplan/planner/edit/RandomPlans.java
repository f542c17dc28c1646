package dev.masterplan.planner.edit;

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
import dev.masterplan.planner.generation.Authors;
import dev.masterplan.planner.masterplan.PlanContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Plans that came without a brief, right in themselves; the same seed gives the same plan. */
public final class RandomPlans {

    private final Random random;
    private final List<UUID> tasks = new ArrayList<>();
    private final List<UUID> milestones = new ArrayList<>();

    private RandomPlans(Random random) {
        this.random = random;
    }

    /** @param size milestones in each phase at most, and tasks in each milestone at most */
    public static PlanContent plan(Random random, int size) {
        return new RandomPlans(random).content(size);
    }

    private PlanContent content(int size) {
        List<Requirement> requirements =
                IntStream.rangeClosed(1, 4).mapToObj(this::requirement).toList();
        PlanDocument plan = new PlanDocument(List.of(
                phase("Setup", 1 + random.nextInt(size), size, requirements),
                phase("Core", 1 + random.nextInt(size), size, requirements),
                phase("Polish", random.nextInt(size), size, requirements)));
        return Authors.drafting().judged(null, discovery(requirements), plan, tests(requirements), Authors.ORDER);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Requirement requirement(int number) {
        return new Requirement(
                id(),
                "R-%03d".formatted(number),
                "Sentence " + number + ".",
                new Source(new UUID(7, 7), number),
                random.nextBoolean() ? Priority.MUST : Priority.SHOULD,
                null,
                null,
                null,
                Coverage.covered());
    }

    private static Discovery discovery(List<Requirement> requirements) {
        Discovery.Stack stack = new Discovery.Stack("python", null, null);
        return new Discovery(
                "Imported", null, stack, requirements, null, null, null, null, null, null, null, null, null, null);
    }

    private List<TestSpecification> tests(List<Requirement> requirements) {
        return requirements.stream()
                .map(r -> new TestSpecification(
                        "T-" + r.key(), r.id(), r.key(), r.priority(), "case", "g", "w", "t", List.of(), false))
                .toList();
    }

    private Phase phase(String name, int count, int size, List<Requirement> requirements) {
        List<Milestone> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<UUID> needs = some(milestones, Math.min(0.2, 1.5 / (milestones.size() + 1)));
            UUID id = id();
            milestones.add(id);
            List<Task> own = IntStream.range(0, 1 + random.nextInt(size))
                    .mapToObj(t -> task(requirements))
                    .toList();
            made.add(new Milestone(id, milestones.size(), "Milestone " + milestones.size(), null, needs, own));
        }
        return new Phase(name, made);
    }

    private Task task(List<Requirement> requirements) {
        List<UUID> needs = some(tasks, Math.min(0.3, 3.0 / (tasks.size() + 1)));
        UUID id = id();
        tasks.add(id);
        int number = tasks.size();
        List<Subtask> subtasks = IntStream.rangeClosed(1, 1 + random.nextInt(4))
                .mapToObj(s -> subtask(number, s))
                .toList();
        List<String> files = subtasks.stream()
                .map(Subtask::targetFile)
                .filter(file -> file != null)
                .distinct()
                .toList();
        List<UUID> kept = some(requirements.stream().map(Requirement::id).toList(), 0.4);
        return new Task(id, number, "Task " + number, null, "rule", Complexity.LOW, needs, files, kept, subtasks);
    }

    private Subtask subtask(int task, int number) {
        boolean check = random.nextInt(8) == 0;
        return new Subtask(
                id(),
                number,
                "Step " + number,
                null,
                check ? SubtaskKind.CHECK : SubtaskKind.FILE,
                check ? null : "app/" + task + "_" + random.nextInt(2) + ".py");
    }

    private <T> List<T> some(List<T> of, double share) {
        return of.stream().filter(each -> random.nextDouble() < share).toList();
    }
}
