package dev.masterplan.planner.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.planner.edit.PlanEdit.Dependents;
import dev.masterplan.planner.edit.PlanEdit.NewSubtask;
import dev.masterplan.planner.generation.Authors;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.refusal.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan of three tasks in a row: 2 waits for 1, 3 waits for 2; each writes one file in two steps. */
class EditingTest {

    private static final UUID ONE = task(1);
    private static final UUID TWO = task(2);
    private static final UUID THREE = task(3);

    private final AtomicLong made = new AtomicLong();
    private final Editing editing =
            new Editing(Authors.blueprint(), Authors.drafting(), () -> new UUID(5, made.incrementAndGet()));
    private final PlanContent plan = plan();

    @Test
    void shouldNumberTasksAnewWhenOneIsAddedBeforeOthers() {
        // When
        PlanContent edited = edit(new PlanEdit.AddTask(
                milestone(1), 1, "First of all", null, null, null, List.of(), List.of(), List.of(writing("a/b.py"))));

        // Then
        assertThat(edited.plan().tasks())
                .extracting(Task::name)
                .containsExactly("First of all", "Task 1", "Task 2", "Task 3");
        assertThat(edited.plan().tasks()).extracting(Task::number).containsExactly(1, 2, 3, 4);
        assertThat(task(edited, new UUID(5, 1)).targetFiles()).containsExactly("a/b.py");
    }

    @Test
    void shouldHandDependenciesOnWhenATaskInTheMiddleIsDeleted() {
        // When
        Editing.Edited edited = editing.apply(plan, Authors.ORDER, List.of(new PlanEdit.DeleteTask(TWO, null)));

        // Then
        assertThat(task(edited.content(), THREE).dependsOn()).containsExactly(ONE);
        assertThat(edited.notes()).singleElement().asString().contains("Task 3", "Task 2", "Task 1");
    }

    @Test
    void shouldWaitForNothingInItsPlaceWhenATaskIsDeletedSo() {
        // When
        Editing.Edited edited =
                editing.apply(plan, Authors.ORDER, List.of(new PlanEdit.DeleteTask(TWO, Dependents.DETACH)));

        // Then
        assertThat(task(edited.content(), THREE).dependsOn()).isEmpty();
        assertThat(edited.notes()).singleElement().asString().contains("no longer waits");
    }

    @Test
    void shouldKeepIdsAndTheOrderOfStepsWhenATaskIsSplit() {
        // When
        PlanContent edited = edit(new PlanEdit.SplitTask(TWO, "The rest", null, List.of(subtask(2, 2))));

        // Then
        Task rest = task(edited, new UUID(5, 1));
        assertThat(task(edited, TWO).subtasks()).extracting(Subtask::id).containsExactly(subtask(2, 1));
        assertThat(rest.subtasks()).extracting(Subtask::id).containsExactly(subtask(2, 2));
        assertThat(rest.dependsOn()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(task(edited, THREE).dependsOn()).containsExactly(TWO, rest.id());
        assertThat(rest.number()).isEqualTo(3);
    }

    @Test
    void shouldRefuseASplitThatTurnsTheStepsOfAFileRound() {
        // When
        PlanEdit split = new PlanEdit.SplitTask(TWO, "The rest", null, List.of(subtask(2, 1)));

        // Then
        refused(split, "app/2.py");
    }

    @Test
    void shouldTakeTheOthersPlaceWhenTasksAreMerged() {
        // When
        PlanContent edited = edit(new PlanEdit.MergeTasks(ONE, List.of(TWO)));

        // Then
        assertThat(edited.plan().tasks()).extracting(Task::id).containsExactly(ONE, THREE);
        assertThat(task(edited, ONE).subtasks()).hasSize(4);
        assertThat(task(edited, ONE).targetFiles()).containsExactly("app/1.py", "app/2.py");
        assertThat(task(edited, ONE).dependsOn()).isEmpty();
        assertThat(task(edited, THREE).dependsOn()).containsExactly(ONE);
    }

    @Test
    void shouldSayTheWayWhenAMergeOrADependencyWouldCloseACircle() {
        // Then
        refused(new PlanEdit.MergeTasks(ONE, List.of(THREE)), "wait for each other");
        refused(new PlanEdit.AddDependency(ONE, THREE), "\"Task 1\" → \"Task 3\" → \"Task 2\" → \"Task 1\"");
        refused(new PlanEdit.AddDependency(ONE, ONE), "wait for each other");
    }

    @Test
    void shouldMoveATaskToAnotherMilestoneWithItsDependencies() {
        // When
        PlanContent edited = edit(new PlanEdit.MoveTask(THREE, milestone(2), null));

        // Then
        assertThat(edited.plan().milestones().toList().get(1).tasks())
                .extracting(Task::id)
                .containsExactly(THREE);
        assertThat(task(edited, THREE).dependsOn()).containsExactly(TWO);
    }

    @Test
    void shouldLetFilesOfTheTaskFollowItsSubtasks() {
        // When
        PlanContent moved = edit(new PlanEdit.MoveSubtask(subtask(2, 2), ONE, 1));
        PlanContent changed = edit(new PlanEdit.ChangeSubtask(subtask(2, 2), null, null, null, "other/file.py"));

        // Then
        assertThat(task(moved, ONE).targetFiles()).containsExactly("app/1.py", "app/2.py");
        assertThat(task(moved, ONE).subtasks()).extracting(Subtask::number).containsExactly(1, 2, 3);
        assertThat(task(changed, TWO).targetFiles()).containsExactly("app/2.py", "other/file.py");
    }

    @Test
    void shouldWriteTheOnlyFileOfItsTaskWhenASubtaskNamesNone() {
        // When
        PlanContent edited = edit(new PlanEdit.AddSubtask(TWO, null, "One more step", null, SubtaskKind.FILE, null));

        // Then
        assertThat(task(edited, TWO).subtasks().getLast().targetFile()).isEqualTo("app/2.py");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up.py", "/etc/passwd", ".git/hooks/x", "acceptance/test.py", "a\\b.py", "", "a//b"})
    void shouldRefusePathsThatTheAnalysisRefuses(String path) {
        // Then
        refused(new PlanEdit.AddSubtask(TWO, null, "Write it", null, null, path), "the path");
    }

    @Test
    void shouldMoveTasksOrTakeThemAlongWhenAMilestoneIsDeleted() {
        // When
        PlanContent half = edit(
                new PlanEdit.SplitMilestone(milestone(1), "Later", null, List.of(TWO)),
                new PlanEdit.DeleteMilestone(new UUID(5, 1), null, null));
        PlanContent kept = edit(new PlanEdit.DeleteMilestone(milestone(1), milestone(2), null));

        // Then
        assertThat(kept.plan().milestones()).extracting(Milestone::id).containsExactly(milestone(2));
        assertThat(kept.plan().tasks()).hasSize(3);
        assertThat(half.plan().tasks()).extracting(Task::id).containsExactly(ONE, THREE);
        assertThat(task(half, THREE).dependsOn()).containsExactly(ONE);
    }

    @Test
    void shouldApplyAllEditsOrNone() {
        // Given
        PlanEdit good = new PlanEdit.ChangeTask(ONE, "Renamed", null, null, Complexity.HIGH, null, null);
        PlanEdit bad = new PlanEdit.ChangeTask(UUID.randomUUID(), "Renamed", null, null, null, null, null);

        // Then
        assertThat(task(edit(good), ONE).complexity()).isEqualTo(Complexity.HIGH);
        assertThatThrownBy(() -> edit(good, bad)).isInstanceOf(Refusal.class).hasMessageStartingWith("edit 2:");
        refused(new PlanEdit.DeleteSubtask(UUID.randomUUID()), "no subtask");
    }

    @Test
    void shouldRefuseToLeaveATaskWithoutSubtasksOrAPlanWithoutTasks() {
        // Given
        PlanContent one =
                edit(new PlanEdit.MergeTasks(ONE, List.of(TWO)), new PlanEdit.MergeTasks(ONE, List.of(THREE)));

        // Then
        assertThatThrownBy(() -> editing.apply(one, Authors.ORDER, List.of(new PlanEdit.DeleteTask(ONE, null))))
                .hasMessageContaining("at least one task");
        assertThatThrownBy(() ->
                        edit(new PlanEdit.DeleteSubtask(subtask(1, 1)), new PlanEdit.DeleteSubtask(subtask(1, 2))))
                .hasMessageContaining("only this subtask");
    }

    private PlanContent edit(PlanEdit... edits) {
        return editing.apply(plan, Authors.ORDER, List.of(edits)).content();
    }

    private void refused(PlanEdit edit, String why) {
        assertThatThrownBy(() -> edit(edit)).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }

    private static Task task(PlanContent content, UUID id) {
        return content.plan()
                .tasks()
                .filter(task -> task.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static NewSubtask writing(String file) {
        return new NewSubtask("Write " + file, null, null, file);
    }

    private static UUID task(int number) {
        return new UUID(1, number);
    }

    private static UUID milestone(int number) {
        return new UUID(3, number);
    }

    private static UUID subtask(int task, int number) {
        return new UUID(2, 10 * task + number);
    }

    private static PlanContent plan() {
        List<Task> tasks = List.of(task(1, List.of()), task(2, List.of(ONE)), task(3, List.of(TWO)));
        PlanDocument plan = new PlanDocument(List.of(
                new Phase("Setup", List.of(new Milestone(milestone(1), 1, "All", null, null, tasks))),
                new Phase("Core", List.of(new Milestone(milestone(2), 2, "Nothing yet", null, null, List.of()))),
                new Phase("Polish", List.of())));
        Discovery.Stack stack = new Discovery.Stack("python", null, null);
        Discovery discovery = new Discovery(
                "Imported", null, stack, null, null, null, null, null, null, null, null, null, null, null);
        return Authors.drafting().judged(null, discovery, plan, List.of(), Authors.ORDER);
    }

    private static Task task(int number, List<UUID> needs) {
        String file = "app/" + number + ".py";
        List<Subtask> subtasks = List.of(
                new Subtask(subtask(number, 1), 1, "Begin", null, SubtaskKind.FILE, file),
                new Subtask(subtask(number, 2), 2, "Finish", null, SubtaskKind.FILE, file));
        return new Task(
                task(number),
                number,
                "Task " + number,
                null,
                "rule",
                Complexity.LOW,
                needs,
                List.of(file),
                null,
                subtasks);
    }
}
