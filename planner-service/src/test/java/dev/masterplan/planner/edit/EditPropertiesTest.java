package dev.masterplan.planner.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.plan.PathGuard;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.Talk;
import dev.masterplan.planner.discovery.Reading;
import dev.masterplan.planner.generation.Authors;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.version.PlanDiff;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every plan after every edit. A failure says its seed: {@code -Dedits.seed=<it>} replays that one,
 * {@code -Dedits.seeds=<number>} tries more of them.
 */
class EditPropertiesTest {

    private static final String REPLAY = System.getProperty("edits.seed");

    private static LongStream seeds() {
        return REPLAY == null
                ? LongStream.range(0, Long.getLong("edits.seeds", 40))
                : LongStream.of(Long.parseLong(REPLAY));
    }

    private static LongStream fewSeeds() {
        return seeds().limit(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldStayAWholePlanWhateverIsEdited(long seed) {
        // Given
        Random random = new Random(seed);
        PlanContent plan = RandomPlans.plan(random, 4);

        // When
        int applied = saidSeed(seed, () -> editMuch(plan, random, 40));

        // Then
        assertThat(applied).as("edits that were possible").isGreaterThan(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void shouldStayAWholePlanOfTheRulesWhateverIsEdited(long seed) {
        // Given
        Random random = new Random(seed);
        String brief = Talk.example("library");
        Reading reading = new Reading(new UUID(0, 1), brief, Blueprint.read(new UUID(0, 1), brief));
        PlanContent plan = Authors.drafting().content(reading, Blueprint.plan(reading.discovery()), Authors.ORDER);

        // When
        int applied = saidSeed(seed, () -> editMuch(plan, random, 20));

        // Then
        assertThat(applied).as("edits that were possible").isGreaterThan(3);
    }

    private static int saidSeed(long seed, IntSupplier test) {
        try {
            return test.getAsInt();
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
        }
    }

    private static int editMuch(PlanContent first, Random random, int edits) {
        Editing editing = new Editing(
                Authors.blueprint(), Authors.drafting(), () -> new UUID(random.nextLong(), random.nextLong()));
        PlanContent plan = first;
        int applied = 0;
        for (int i = 0; i < edits; i++) {
            PlanEdit edit = new RandomEdits(random, plan).next();
            PlanContent before = plan;
            try {
                plan = editing.apply(plan, Authors.ORDER, List.of(edit)).content();
                applied++;
            } catch (Refusal refusal) {
                assertThat(refusal.getMessage()).as("why %s is refused", edit).isNotBlank();
            }
            refuseBroken(plan, edit);
            assertThat(PlanDiff.between(plan, plan).same())
                    .as("a plan differs from itself")
                    .isTrue();
            refuseOneSided(before, plan, edit);
        }
        return applied;
    }

    /** The way back is the way there, turned round: what was added is removed, and as much is changed. */
    private static void refuseOneSided(PlanContent before, PlanContent after, PlanEdit edit) {
        PlanDiff there = PlanDiff.between(before, after);
        PlanDiff back = PlanDiff.between(after, before);
        assertThat(ids(back, PlanDiff.Kind.REMOVED)).as("%s", edit).isEqualTo(ids(there, PlanDiff.Kind.ADDED));
        assertThat(ids(back, PlanDiff.Kind.ADDED)).as("%s", edit).isEqualTo(ids(there, PlanDiff.Kind.REMOVED));
        assertThat(ids(back, PlanDiff.Kind.CHANGED)).as("%s", edit).isEqualTo(ids(there, PlanDiff.Kind.CHANGED));
    }

    private static Set<String> ids(PlanDiff diff, PlanDiff.Kind kind) {
        Set<String> ids = new HashSet<>();
        Stream.of(
                        diff.milestones(),
                        diff.tasks(),
                        diff.subtasks(),
                        diff.dependencies(),
                        diff.requirements(),
                        diff.tests())
                .flatMap(List::stream)
                .filter(change -> change.kind() == kind)
                .forEach(change -> ids.add(change.id()));
        return ids;
    }

    private static void refuseBroken(PlanContent content, PlanEdit edit) {
        List<Task> tasks = content.plan().tasks().toList();
        List<Milestone> milestones = content.plan().milestones().toList();
        assertThat(content.plan().phases())
                .as("%s", edit)
                .extracting(Phase::name)
                .containsExactly("Setup", "Core", "Polish");
        assertThat(tasks).as("%s", edit).extracting(Task::number).containsExactlyElementsOf(upTo(tasks));
        assertThat(milestones).as("%s", edit).extracting(Milestone::number).containsExactlyElementsOf(upTo(milestones));
        Map<UUID, Integer> seen = new HashMap<>();
        tasks.forEach(task -> seen.merge(task.id(), 1, Integer::sum));
        milestones.forEach(milestone -> seen.merge(milestone.id(), 1, Integer::sum));
        tasks.forEach(task -> task.subtasks().forEach(subtask -> seen.merge(subtask.id(), 1, Integer::sum)));
        assertThat(seen.values()).as("ids used twice after %s", edit).containsOnly(1);
        Set<UUID> taskIds = new HashSet<>(tasks.stream().map(Task::id).toList());
        Set<UUID> milestoneIds =
                new HashSet<>(milestones.stream().map(Milestone::id).toList());
        Set<UUID> requirements = new HashSet<>(
                content.discovery().requirements().stream().map(Requirement::id).toList());
        milestones.forEach(each -> assertThat(milestoneIds).as("%s", edit).containsAll(each.dependsOn()));
        milestones.forEach(each -> assertThat(each.dependsOn()).as("%s", edit).doesNotContain(each.id()));
        tasks.forEach(task -> refuseBroken(task, taskIds, requirements, edit));
        for (TestSpecification test : content.tests()) {
            assertThat(requirements).as("%s", edit).contains(test.requirementId());
            assertThat(taskIds).as("%s", edit).containsAll(test.tasks());
        }
        assertThat(content.discovery().requirements())
                .as("%s", edit)
                .extracting(Requirement::key)
                .doesNotHaveDuplicates();
    }

    private static void refuseBroken(Task task, Set<UUID> tasks, Set<UUID> requirements, PlanEdit edit) {
        assertThat(tasks).as("%s", edit).containsAll(task.dependsOn());
        assertThat(task.dependsOn()).as("%s", edit).doesNotContain(task.id()).doesNotHaveDuplicates();
        assertThat(requirements).as("%s", edit).containsAll(task.requirementIds());
        assertThat(task.subtasks()).as("%s", edit).isNotEmpty();
        assertThat(task.subtasks())
                .as("%s", edit)
                .extracting(Subtask::number)
                .containsExactlyElementsOf(upTo(task.subtasks()));
        for (Subtask subtask : task.subtasks()) {
            if (subtask.kind() == SubtaskKind.FILE) {
                assertThat(task.targetFiles()).as("%s", edit).contains(subtask.targetFile());
                assertThat(PathGuard.problemForAtom(subtask.targetFile()))
                        .as("%s", edit)
                        .isEmpty();
            } else {
                assertThat(subtask.targetFile()).as("%s", edit).isNull();
            }
        }
    }

    private static List<Integer> upTo(Collection<?> things) {
        return IntStream.rangeClosed(1, things.size()).boxed().toList();
    }
}
