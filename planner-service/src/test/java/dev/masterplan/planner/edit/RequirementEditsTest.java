package dev.masterplan.planner.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.Talk;
import dev.masterplan.planner.analysis.Finding;
import dev.masterplan.planner.discovery.Reading;
import dev.masterplan.planner.generation.Authors;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.version.PlanDiff;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Requirements of the library, which the rules read and plan. */
class RequirementEditsTest {

    private static final UUID BRIEF = new UUID(0, 1);
    private static final String LIMIT = "A member has at most 5 open loans.";
    private static final String NEW = "A member with reservations can't be deleted.";
    private static final PlanContent LIBRARY = library();

    private final AtomicLong made = new AtomicLong();
    private final Editing editing =
            new Editing(Authors.blueprint(), Authors.drafting(), () -> new UUID(5, made.incrementAndGet()));

    @Test
    void shouldReadTheSentenceAgainUnderItsKeyWhenItIsChanged() {
        // Given
        Requirement before = requirement(LIBRARY, LIMIT);

        // When
        PlanContent edited = edit(LIBRARY, changed(before, "A member has at most 3 open loans."));

        // Then
        Requirement after = requirement(edited, "A member has at most 3 open loans.");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.reading().slots()).containsEntry("max", 3);
        assertThat(tests(edited, before)).isNotEmpty().isNotEqualTo(tests(LIBRARY, before));
        assertThat(edited.plan().tasks())
                .extracting(Task::id)
                .containsExactlyElementsOf(LIBRARY.plan().tasks().map(Task::id).toList());
        assertThat(Blueprint.code(edited.discovery(), edited.plan(), edited.tests(), subtaskOf(edited, after)))
                .hasValueSatisfying(code -> assertThat(code).contains("3"));
        PlanDiff diff = PlanDiff.between(LIBRARY, edited);
        assertThat(diff.requirements()).hasSize(1);
        assertThat(diff.tasks()).isEmpty();
    }

    @Test
    void shouldPlanWhatIsNewAndKeepWhatPeopleChanged() {
        // Given
        Task first = LIBRARY.plan().tasks().findFirst().orElseThrow();
        PlanContent renamed = edit(LIBRARY, new PlanEdit.ChangeTask(first.id(), "Mine", null, null, null, null, null));

        // When
        PlanContent edited = edit(renamed, new PlanEdit.AddRequirement(NEW, null));

        // Then
        Requirement added = requirement(edited, NEW);
        assertThat(added.coverage().state()).isEqualTo(State.COVERED);
        assertThat(added.key())
                .isEqualTo("R-%03d".formatted(LIBRARY.discovery().requirements().size() + 1));
        assertThat(tests(edited, added)).isNotEmpty();
        assertThat(edited.plan().tasks()).anyMatch(task -> task.requirementIds().contains(added.id()));
        assertThat(edited.plan().tasks().findFirst().orElseThrow().name()).isEqualTo("Mine");
        assertThat(edited.analysis().errors()).isEmpty();
        assertThat(edited.analysis().warnings())
                .extracting(Finding::code)
                .doesNotContain("not_written", "file_left_out");
    }

    @Test
    void shouldGiveBackTheSamePlanWhenWhatWasAddedIsDeleted() {
        // Given
        PlanContent added = edit(LIBRARY, new PlanEdit.AddRequirement(NEW, null));

        // When
        PlanContent back = edit(
                added, new PlanEdit.DeleteRequirement(requirement(added, NEW).key()));

        // Then
        assertThat(back.plan()).isEqualTo(LIBRARY.plan());
        assertThat(back.tests()).isEqualTo(LIBRARY.tests());
        assertThat(PlanDiff.between(LIBRARY, back).same()).isTrue();
    }

    @Test
    void shouldKeepTheKeysOfTheOthersWhenOneIsDeleted() {
        // Given
        Requirement gone = requirement(LIBRARY, LIMIT);

        // When
        PlanContent edited = edit(LIBRARY, new PlanEdit.DeleteRequirement(gone.key()));

        // Then
        assertThat(edited.discovery().requirements())
                .extracting(Requirement::id, Requirement::key)
                .containsExactlyElementsOf(LIBRARY.discovery().requirements().stream()
                        .filter(requirement -> !requirement.equals(gone))
                        .map(requirement -> org.assertj.core.groups.Tuple.tuple(requirement.id(), requirement.key()))
                        .toList());
        assertThat(edited.analysis().errors()).isEmpty();
        assertThat(tests(edited, gone)).isEmpty();
        assertThat(edited.plan().tasks())
                .noneMatch(task -> task.requirementIds().contains(gone.id()));
    }

    @Test
    void shouldSayThatNobodyWritesItWhenTheNewSentenceIsNotUnderstood() {
        // When
        PlanContent edited = edit(LIBRARY, changed(requirement(LIBRARY, LIMIT), "Members are greeted by magic."));

        // Then
        Requirement after = requirement(edited, "Members are greeted by magic.");
        assertThat(after.coverage().state()).isEqualTo(State.NOT_COVERED);
        assertThat(edited.analysis().errors()).extracting(Finding::code).containsExactly("not_covered");
        assertThat(tests(edited, after)).isEmpty();
    }

    @Test
    void shouldKeepAPersonsPriorityWhenAnotherSentenceIsReadAgain() {
        // Given
        Requirement limit = requirement(LIBRARY, LIMIT);

        // When
        PlanContent should = edit(LIBRARY, new PlanEdit.ChangeRequirement(limit.key(), null, Priority.SHOULD));
        PlanContent more = edit(should, new PlanEdit.AddRequirement(NEW, Priority.SHOULD));

        // Then
        assertThat(requirement(more, LIMIT).priority()).isEqualTo(Priority.SHOULD);
        assertThat(requirement(more, NEW).priority()).isEqualTo(Priority.SHOULD);
        assertThat(tests(more, limit)).extracting(TestSpecification::priority).containsOnly(Priority.SHOULD);
    }

    @Test
    void shouldTakeTheWorkOutWhenARequirementIsPutOff() {
        // Given
        Requirement limit = requirement(LIBRARY, LIMIT);

        // When
        PlanContent edited = edit(LIBRARY, new PlanEdit.DeferRequirements(Set.of(limit.key()), "ann", "later"));
        PlanContent later = edit(edited, new PlanEdit.AddRequirement(NEW, null));

        // Then
        assertThat(tests(edited, limit)).isEmpty();
        assertThat(edited.analysis().errors()).isEmpty();
        assertThat(requirement(later, LIMIT).coverage().state()).isEqualTo(State.DEFERRED);
        assertThat(requirement(later, LIMIT).coverage().by()).isEqualTo("ann");
    }

    @Test
    void shouldWarnOfWhatTheRulesDontWrite() {
        // Given
        Task task = LIBRARY.plan().tasks().findFirst().orElseThrow();

        // When
        PlanContent more =
                edit(LIBRARY, new PlanEdit.AddSubtask(task.id(), null, "By hand", null, null, "app/mine.py"));
        PlanContent less = edit(LIBRARY, new PlanEdit.DeleteTask(task.id(), null));

        // Then
        assertThat(LIBRARY.analysis().warnings())
                .extracting(Finding::code)
                .doesNotContain("not_written", "file_left_out");
        assertThat(more.analysis().warnings()).extracting(Finding::code).contains("not_written");
        assertThat(less.analysis().warnings()).extracting(Finding::code).contains("file_left_out");
    }

    @Test
    void shouldRefuseSentencesThatAreNone() {
        // Then
        refused(new PlanEdit.AddRequirement("two\nlines", null), "one line");
        refused(new PlanEdit.AddRequirement("# MUST", null), "plain text");
        refused(new PlanEdit.DeleteRequirement("R-999"), "no such requirement");
    }

    private void refused(PlanEdit edit, String why) {
        assertThatThrownBy(() -> edit(LIBRARY, edit))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    private PlanContent edit(PlanContent content, PlanEdit edit) {
        return editing.apply(content, Authors.ORDER, List.of(edit)).content();
    }

    private static PlanEdit changed(Requirement requirement, String sentence) {
        return new PlanEdit.ChangeRequirement(requirement.key(), sentence, null);
    }

    private static List<TestSpecification> tests(PlanContent content, Requirement requirement) {
        return content.tests().stream()
                .filter(test -> test.requirementId().equals(requirement.id()))
                .toList();
    }

    private static UUID subtaskOf(PlanContent content, Requirement requirement) {
        return content.plan()
                .tasks()
                .filter(task -> task.requirementIds().contains(requirement.id()))
                .filter(task -> task.kind().equals("rule"))
                .flatMap(task -> task.subtasks().stream())
                .map(Subtask::id)
                .findFirst()
                .orElseThrow();
    }

    private static Requirement requirement(PlanContent content, String sentence) {
        return content.discovery().requirements().stream()
                .filter(requirement -> requirement.sentence().equals(sentence))
                .findFirst()
                .orElseThrow();
    }

    private static PlanContent library() {
        String brief = Talk.example("library");
        Reading reading = new Reading(BRIEF, brief, Blueprint.read(BRIEF, brief));
        return Authors.drafting().content(reading, Blueprint.plan(reading.discovery()), Authors.ORDER);
    }
}
