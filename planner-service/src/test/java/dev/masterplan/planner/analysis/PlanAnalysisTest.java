package dev.masterplan.planner.analysis;

import static dev.masterplan.planner.analysis.Plans.chain;
import static dev.masterplan.planner.analysis.Plans.discovery;
import static dev.masterplan.planner.analysis.Plans.id;
import static dev.masterplan.planner.analysis.Plans.keeping;
import static dev.masterplan.planner.analysis.Plans.milestone;
import static dev.masterplan.planner.analysis.Plans.named;
import static dev.masterplan.planner.analysis.Plans.plan;
import static dev.masterplan.planner.analysis.Plans.subtask;
import static dev.masterplan.planner.analysis.Plans.task;
import static dev.masterplan.planner.analysis.Plans.tests;
import static dev.masterplan.planner.analysis.Plans.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanAnalysisTest {

    private static final Guidance GUIDANCE = new Guidance(3, 7, 0.15);
    private static final Discovery COVERED = discovery(Priority.MUST, Coverage.covered());

    @Test
    void shouldFindNothingWrongWithARightPlan() {
        // Given
        PlanDocument plan = plan(chain(5));

        // When
        Analysis analysis = PlanAnalysis.of(COVERED, plan, tests(), GUIDANCE);

        // Then
        assertThat(analysis.errors()).isEmpty();
        assertThat(analysis.warnings()).isEmpty();
        assertThat(analysis.coverage()).singleElement().satisfies(row -> {
            assertThat(row.tasks()).containsExactly(1, 2, 3, 4, 5);
            assertThat(row.tests()).containsExactly("T-001-1");
        });
    }

    static Stream<Arguments> brokenPlans() {
        return Stream.of(
                arguments("cycle", "1 → 3 → 2 → 1", plan(task(1, 3), task(2, 1), task(3, 2))),
                arguments("cycle", "1 → 1", plan(task(1, 1))),
                arguments("unknown_reference", "task 1 depends on", plan(task(1, 77))),
                arguments("forward_reference", "task 1 depends on the later task 2", plan(task(1, 2), task(2))),
                arguments("unsafe_path", "'..' part", plan(task(1, "../etc/passwd"))),
                arguments("unsafe_path", "git's", plan(task(1, ".gitignore"))),
                arguments("unsafe_path", "read-only for atoms", plan(task(1, "acceptance/run"))),
                arguments("unsafe_path", "only in case from a.py", plan(task(1, "a.py"), task(2, "A.py", 1))),
                arguments("unsafe_path", "a folder at once", plan(task(1, "a"), task(2, "a/b.py", 1))),
                arguments("unwritten_file", "no subtask writes app/b.py", plan(unwritten())),
                arguments("file_of_no_task", "subtask 1 writes app/1.py", plan(strayed())),
                arguments("duplicate_number", "\"1\" is used", plan(task(1), renumbered())),
                arguments("duplicate_id", "is used more than once", plan(task(1), task(1))),
                arguments("unknown_requirement", "names the unknown", plan(keeping(task(1), List.of(id(8))))),
                arguments("phases", "Setup, Core, Polish", new PlanDocument(List.of(new Phase("Core", List.of())))),
                arguments("unknown_reference", "milestone 1", milestones(new UUID(3, 9))),
                arguments("forward_reference", "later milestone 2", milestones(new UUID(3, 2))));
    }

    @ParameterizedTest
    @MethodSource("brokenPlans")
    void shouldNameWhatIsBrokenAndBlockApproval(String code, String text, PlanDocument plan) {
        // When
        Analysis analysis = PlanAnalysis.of(COVERED, plan, tests(), GUIDANCE);

        // Then
        assertThat(analysis.blocksApproval()).isTrue();
        assertThat(analysis.errors()).anySatisfy(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.text()).contains(text);
        });
    }

    static Stream<Arguments> doubtfulPlans() {
        return Stream.of(
                arguments("shared_file", "task 2 waits for task 1", plan(task(1, "a.py"), task(2, "a.py"))),
                arguments("duplicate_name", "\"Task 1\"", plan(task(1), named(task(2, 1), "Task 1"))),
                arguments("duplicate_name", "subtask name of task 1", plan(twoSubtasksOfOneName())),
                arguments("orphan_task", "task 2", plan(task(1), keeping(task(2), List.of()))),
                arguments("subtask_count", "8 subtasks", plan(subtasks(8))),
                arguments("subtask_count", "2 subtasks", plan(subtasks(2))));
    }

    @ParameterizedTest
    @MethodSource("doubtfulPlans")
    void shouldWarnOnlyWhenAPlanIsDoubtful(String code, String text, PlanDocument plan) {
        // When
        Analysis analysis = PlanAnalysis.of(COVERED, plan, tests(), GUIDANCE);

        // Then
        assertThat(analysis.blocksApproval()).isFalse();
        assertThat(analysis.warnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo(code);
            assertThat(warning.text()).contains(text);
        });
    }

    @ParameterizedTest
    @CsvSource({"3, false", "4, true", "5, true", "6, true", "7, false"})
    void shouldWarnWhenTheNumberOfTasksIsOutsideGuidance(int tasks, boolean usual) {
        // Given
        Guidance twentyPercent = new Guidance(3, 7, 0.20);

        // When
        Analysis analysis = PlanAnalysis.of(COVERED, plan(chain(tasks)), tests(), twentyPercent);

        // Then
        assertThat(analysis.warnings().stream().anyMatch(w -> w.code().equals("task_count")))
                .isEqualTo(!usual);
    }

    @ParameterizedTest
    @CsvSource({"MUST, true", "SHOULD, false"})
    void shouldBlockOnlyForAMustThatIsNotCovered(Priority priority, boolean blocks) {
        // Given
        Discovery discovery = discovery(priority, Coverage.notCovered("nobody writes it"));
        PlanDocument plan = plan(keeping(task(1), List.of()));

        // When
        Analysis analysis = PlanAnalysis.of(discovery, plan, List.of(), GUIDANCE);

        // Then
        assertThat(analysis.blocksApproval()).isEqualTo(blocks);
        assertThat(Stream.concat(analysis.errors().stream(), analysis.warnings().stream()))
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo("not_covered");
                    assertThat(finding.requirementKey()).isEqualTo("R-001");
                    assertThat(finding.text()).contains("Rephrase", "another engine", "defer");
                });
    }

    @Test
    void shouldBlockWhenAMustHasNoTest() {
        // When
        Analysis analysis = PlanAnalysis.of(COVERED, plan(task(1)), List.of(), GUIDANCE);

        // Then
        assertThat(analysis.errors()).extracting(Finding::code).containsExactly("no_test");
    }

    @Test
    void shouldBlockWhenACoveredRequirementHasNoTask() {
        // When
        Analysis analysis = PlanAnalysis.of(COVERED, plan(keeping(task(1), List.of())), tests(), GUIDANCE);

        // Then
        assertThat(analysis.errors()).extracting(Finding::code).containsExactly("no_task");
    }

    @Test
    void shouldAskNothingOfADeferredRequirementWhenNothingNamesIt() {
        // Given
        Discovery discovery = discovery(Priority.MUST, Coverage.deferred("ann", "later"));

        // When
        Analysis analysis = PlanAnalysis.of(discovery, plan(keeping(task(1), List.of())), List.of(), GUIDANCE);

        // Then
        assertThat(analysis.errors()).isEmpty();
    }

    @Test
    void shouldFindTheCycleThatASharedFileCloses() {
        // Given
        PlanDocument plan = plan(task(1, "a.py", 2), task(2, "a.py"));

        // When
        Analysis analysis = PlanAnalysis.of(COVERED, plan, tests(), GUIDANCE);

        // Then
        assertThat(analysis.errors()).extracting(Finding::code).contains("cycle");
    }

    @Test
    void shouldFindEveryCycleOfALargePlanAndNothingBesides() {
        // Given
        PlanDocument plan = plan(Stream.concat(
                        Stream.of(task(1, 2), task(2, 1), task(3, 4), task(4, 3), task(5, 4)),
                        IntStream.rangeClosed(6, 500).mapToObj(number -> task(number, number - 1)))
                .toArray(PlanDocument.Task[]::new));

        // When
        List<List<PlanDocument.Task>> cycles = TaskGraph.of(plan).cycles();

        // Then
        assertThat(cycles)
                .extracting(
                        cycle -> cycle.stream().map(PlanDocument.Task::number).toList())
                .containsExactly(List.of(1, 2), List.of(3, 4));
    }

    private static PlanDocument.Task unwritten() {
        return with(task(1), List.of("app/1.py", "app/b.py"), List.of(subtask(1, "app/1.py")));
    }

    private static PlanDocument.Task strayed() {
        return with(task(1), List.of(), List.of(subtask(1, "app/1.py")));
    }

    private static PlanDocument.Task renumbered() {
        PlanDocument.Task t = task(2);
        return new PlanDocument.Task(
                t.id(),
                1,
                t.name(),
                null,
                t.kind(),
                t.complexity(),
                List.of(),
                t.targetFiles(),
                t.requirementIds(),
                t.subtasks());
    }

    private static PlanDocument.Task twoSubtasksOfOneName() {
        Subtask check = new Subtask(new UUID(2, 2), 2, "Write 1", null, SubtaskKind.CHECK, null);
        return with(task(1), List.of("app/1.py"), List.of(subtask(1, "app/1.py"), check));
    }

    private static PlanDocument.Task subtasks(int count) {
        return with(
                task(1),
                List.of("app/1.py"),
                IntStream.rangeClosed(1, count)
                        .mapToObj(n -> subtask(n, "app/1.py"))
                        .toList());
    }

    private static PlanDocument milestones(UUID needed) {
        return new PlanDocument(List.of(
                new Phase("Setup", List.of(milestone(1, List.of(needed), task(1)))),
                new Phase("Core", List.of(milestone(2, List.of(), task(2)))),
                new Phase("Polish", List.of())));
    }
}
