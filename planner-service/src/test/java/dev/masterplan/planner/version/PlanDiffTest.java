package dev.masterplan.planner.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.planner.analysis.Prices;
import dev.masterplan.planner.edit.Editing;
import dev.masterplan.planner.edit.PlanEdit;
import dev.masterplan.planner.edit.RandomPlans;
import dev.masterplan.planner.generation.Authors;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.version.PlanDiff.Change;
import dev.masterplan.planner.version.PlanDiff.Kind;
import dev.masterplan.planner.version.Redo.Why;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

    private final Random random = new Random(3);
    private final PlanContent plan = RandomPlans.plan(random, 4);
    private final List<Task> tasks = plan.plan().tasks().toList();
    private final Editing editing =
            new Editing(Authors.blueprint(), Authors.drafting(), () -> new UUID(random.nextLong(), random.nextLong()));

    @Test
    void shouldSayFieldByFieldWhatChanged() {
        // When
        PlanDiff diff = diff(new PlanEdit.ChangeTask(tasks.get(1).id(), "Renamed", "More", null, null, null, null));

        // Then
        Change change = diff.tasks().getFirst();
        assertThat(diff.tasks()).hasSize(1);
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.fields())
                .extracting(PlanDiff.FieldChange::field, PlanDiff.FieldChange::before, PlanDiff.FieldChange::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("name", tasks.get(1).name(), "Renamed"),
                        org.assertj.core.groups.Tuple.tuple("description", null, "More"));
        assertThat(diff.summary()).isEqualTo("tasks: 1 changed");
    }

    @Test
    void shouldCallOnlyTheMovedOneMovedWhenOthersChangeTheirNumbers() {
        // Given
        List<Task> siblings = plan.plan()
                .milestones()
                .map(Milestone::tasks)
                .filter(all -> all.size() > 2)
                .findFirst()
                .orElseThrow();
        Task last = siblings.getLast();

        // When
        PlanDiff diff = diff(new PlanEdit.MoveTask(last.id(), null, 1));

        // Then
        assertThat(diff.tasks())
                .extracting(Change::id)
                .containsExactly(last.id().toString());
        assertThat(diff.tasks().getFirst().kind()).isEqualTo(Kind.MOVED);
        assertThat(diff.subtasks()).isEmpty();
    }

    @Test
    void shouldTellAddedRemovedAndEdges() {
        // When
        PlanDiff diff = diff(new PlanEdit.DeleteTask(awaited().id(), PlanEdit.Dependents.DETACH));

        // Then
        assertThat(diff.tasks()).extracting(Change::kind).containsExactly(Kind.REMOVED);
        assertThat(diff.subtasks()).extracting(Change::kind).containsOnly(Kind.REMOVED);
        assertThat(diff.dependencies()).isNotEmpty().extracting(Change::kind).containsOnly(Kind.REMOVED);
    }

    @Test
    void shouldDoAgainWhatChangedAndAllThatWaitsForIt() {
        // Given
        Subtask step = awaited().subtasks().getLast();

        // When
        PlanContent edited = edited(new PlanEdit.ChangeSubtask(step.id(), "Begin otherwise", null, null, null));
        Redo redo = Redo.between(plan, edited, Authors.ESTIMATOR, Prices.nothing());
        Redo none = Redo.between(plan, plan, Authors.ESTIMATOR, Prices.nothing());

        // Then
        assertThat(redo.atoms())
                .filteredOn(atom -> atom.why() == Why.CHANGED)
                .extracting(Redo.Again::subtaskId)
                .containsExactly(step.id());
        assertThat(redo.atoms()).filteredOn(atom -> atom.why() == Why.DEPENDS).isNotEmpty();
        assertThat(redo.kept() + redo.atoms().size())
                .isEqualTo(edited.estimate().subtasks());
        assertThat(redo.seconds()).isPositive();
        assertThat(none.atoms()).isEmpty();
        assertThat(none.seconds()).isZero();
        assertThat(none.kept()).isEqualTo(plan.estimate().subtasks());
    }

    @Test
    void shouldDoNothingAgainWhenATaskOnlyMovesToAnotherMilestone() {
        // Given
        Task alone = tasks.stream()
                .filter(task -> plan.plan()
                        .milestones()
                        .filter(m -> m.tasks().contains(task))
                        .allMatch(m -> m.dependsOn().isEmpty()))
                .findFirst()
                .orElseThrow();
        UUID other = plan.plan()
                .milestones()
                .filter(milestone ->
                        milestone.dependsOn().isEmpty() && !milestone.tasks().contains(alone))
                .findFirst()
                .orElseThrow()
                .id();

        // When
        PlanContent edited = edited(new PlanEdit.MoveTask(alone.id(), other, null));

        // Then
        assertThat(Redo.between(plan, edited, Authors.ESTIMATOR, Prices.nothing())
                        .atoms())
                .noneMatch(atom -> atom.why() == Why.NEW);
    }

    private Task awaited() {
        return tasks.stream()
                .filter(task ->
                        tasks.stream().anyMatch(other -> other.dependsOn().contains(task.id())))
                .findFirst()
                .orElseThrow();
    }

    private PlanDiff diff(PlanEdit edit) {
        return PlanDiff.between(plan, edited(edit));
    }

    private PlanContent edited(PlanEdit edit) {
        return editing.apply(plan, Authors.ORDER, List.of(edit)).content();
    }
}
