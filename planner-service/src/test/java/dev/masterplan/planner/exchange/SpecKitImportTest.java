package dev.masterplan.planner.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.masterplan.messaging.plan.Discovery.Noted;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.planner.exchange.ImportReport.Format;
import dev.masterplan.planner.exchange.source.Note.Kind;
import dev.masterplan.planner.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecKitImportTest {

    private static final String TASKS = """
            # Tasks: Events

            **Tests**: none asked for

            ## Phase 1: Setup

            **Purpose**: a program that starts

            - [x] T001 Create `src/db/1.sql` from data-model.md
            - [ ] T002 [P] Add a library to `package.json`
            - [ ] T003 Verify that it starts

            ## Phase 2: User Story 1 — Browse Events (Priority: P0)

            ### Implementation

            - [ ] T004 [US1] List events in `src/events/service.ts`
            - [ ] T005 [P] [US1] Events page in `src/app/events/[id]/page.tsx` per FR-02
              with the venue of each event
            - [ ] T006 [US1] Filter events in `src/events/filter.ts` (depends on T004)
            - [-] T007 [US1] [later] Events on the phone in `apps/phone.ts`

            ## Phase 3: User Story 2 - Waitlist

            - [-] T008 [US2] Waitlist in `src/waitlist.ts`

            ## Phase 4: Polish

            - [ ] T009 Loading states everywhere
            - [ ] T010 Document all in `README.md`, as FR-99 wants

            ## Dependencies & Execution Order

            - **Phase 2**: Depends on Phase 1 (schema)
            - **Phase 4**: Depends on Phase 3

            ## Notes

            - Commit often
            """;

    private static final String SPEC = """
            # Feature Spec 001: Events

            ## User Scenarios

            ### US-1: Browse Events (P0)

            **As** a visitor, **I want** to browse events.

            **Given** I open the events page,
            **When** the page loads,
            **Then** I see upcoming events sorted by date.

            **Given** nothing of the kind,
            **When** gravity fails,
            **Then** everybody floats.

            ## Requirements

            | ID | Requirement | Priority |
            |----|-------------|----------|
            | FR-01 | The events page lists upcoming events sorted by date | P0 |
            | FR-02 | An event shows its venue on a map | P1 |

            ### Key Entities

            - **Event**: id, title

            ### Edge Cases

            - No event at all → an empty list

            ## Success Criteria

            | ID | Criterion | Measurement |
            |----|-----------|-------------|
            | SC-01 | Pages load in 2 s | Lighthouse |
            """;

    @Test
    void shouldMakeMilestonesOfPhasesInTheOrderThatTheFileSays() {
        // When
        Imported imported = Imports.read("tasks.md", TASKS, "spec.md", SPEC);

        // Then
        assertThat(imported.report().format()).isEqualTo(Format.SPEC_KIT);
        assertThat(imported.plan().phases())
                .extracting(
                        Phase::name,
                        phase ->
                                phase.milestones().stream().map(Milestone::name).toList())
                .containsExactly(
                        tuple("Setup", List.of("Phase 1: Setup")),
                        tuple("Core", List.of("Phase 2: User Story 1 — Browse Events (Priority: P0)")),
                        tuple("Polish", List.of("Phase 4: Polish")));
        List<Milestone> milestones = imported.plan().milestones().toList();
        assertThat(milestones.get(0).description()).isEqualTo("**Purpose**: a program that starts");
        assertThat(milestones.get(1).dependsOn())
                .containsExactly(milestones.get(0).id());
        assertThat(milestones.get(2).dependsOn())
                .as("through the phase of which nothing is planned")
                .containsExactly(milestones.get(1).id());
    }

    @Test
    void shouldOrderTheTasksOfAPhaseByTheirMarks() {
        // When
        Imported imported = Imports.read("tasks.md", TASKS, "spec.md", SPEC);

        // Then
        assertThat(Imports.waits(imported, "T002")).isEmpty();
        assertThat(Imports.waits(imported, "T003")).containsExactly(1, 2);
        assertThat(Imports.waits(imported, "T005")).isEmpty();
        assertThat(Imports.waits(imported, "T006")).containsExactly(4);
        assertThat(Imports.waits(imported, "T010")).containsExactly(7);
    }

    @Test
    void shouldKeepFilesMarksAndWhatIsDone() {
        // When
        Imported imported = Imports.read("tasks.md", TASKS, "spec.md", SPEC);

        // Then
        assertThat(Imports.files(Imports.task(imported, "T001"))).containsExactly("src/db/1.sql");
        assertThat(Imports.task(imported, "T001").subtasks())
                .extracting(Subtask::done)
                .containsExactly(true);
        assertThat(Imports.task(imported, "T004").subtasks())
                .extracting(Subtask::done)
                .containsOnlyNulls();
        assertThat(Imports.files(Imports.task(imported, "T005"))).containsExactly("src/app/events/[id]/page.tsx");
        assertThat(Imports.task(imported, "T005").description()).endsWith("with the venue of each event");
        assertThat(Imports.errors(imported)).containsExactly("no_target_file 7");
    }

    @Test
    void shouldMakeRequirementsOfATableWithTheScenariosAsTheirCriteria() {
        // When
        Imported imported = Imports.read("tasks.md", TASKS, "spec.md", SPEC);

        // Then
        List<Requirement> requirements = imported.discovery().requirements();
        assertThat(requirements).extracting(Requirement::key).containsExactly("FR-01", "FR-02", "SC-01", "US-1");
        assertThat(requirements)
                .extracting(Requirement::priority)
                .containsExactly(Priority.MUST, Priority.MUST, Priority.SHOULD, Priority.MUST);
        assertThat(requirements.get(0).acceptance())
                .isEqualTo(
                        "Given I open the events page, When the page loads, Then I see upcoming events sorted by date.");
        assertThat(requirements.get(2).acceptance()).isEqualTo("Lighthouse");
        assertThat(requirements.get(3).acceptance()).contains("everybody floats");
        assertThat(requirements.get(3).priorityWord()).startsWith("derived");
        assertThat(Imports.task(imported, "T005").requirementIds())
                .contains(requirements.get(1).id());
        assertThat(Imports.task(imported, "T004").requirementIds())
                .contains(requirements.get(0).id());
    }

    @Test
    void shouldReadRequirementsAndScenariosOfAListTheSameWay() {
        // Given
        String spec = """
                # Feature Specification: Events

                ### User Story 1 - Browse (Priority: P2)

                1. **Given** a list of events, **When** I filter it by city, **Then** events of that city are left.

                - **FR-001**: Events MUST be filtered by city
                  and by date.
                - **FR-001**: again
                - **SC-001**: Nine of ten users find an event
                - FR-002: Without bold
                """;

        // When
        Imported imported = Imports.read("tasks.md", TASKS, "spec.md", spec);

        // Then
        List<Requirement> requirements = imported.discovery().requirements();
        assertThat(requirements).extracting(Requirement::key).containsExactly("FR-001", "SC-001", "FR-002");
        assertThat(requirements.get(0).acceptance())
                .startsWith("and by date.")
                .endsWith("events of that city are left.");
        assertThat(Imports.notes(imported, Kind.DROPPED)).contains("9 a second definition of FR-001");
    }

    @Test
    void shouldKeepWhatElseIsSaidAndReportTheRest() {
        // Given
        String plan = """
                # Plan
                ## Summary
                Events for everybody.
                ## Technical Context
                **Language/Version**: TypeScript 5.x
                **Storage**: PostgreSQL
                **Constraints**: small
                ## Risk Register
                | a | b |
                """;
        String model = "# Model\n### 1. venues\n| Column | Type |\n|---|---|\n| id | uuid |\n";

        // When
        Imported imported = Imports.read(
                "e/tasks.md",
                TASKS,
                "e/spec.md",
                SPEC,
                "e/plan.md",
                plan,
                "e/data-model.md",
                model,
                "e/research.md",
                "x");

        // Then
        assertThat(imported.discovery().summary()).isEqualTo("Events for everybody.");
        assertThat(imported.discovery().stack().language()).isEqualTo("typescript");
        assertThat(imported.discovery().stack().storage()).isEqualTo("PostgreSQL");
        assertThat(imported.discovery().assumptions())
                .containsExactly(
                        "Edge case: No event at all → an empty list",
                        "constraints: small",
                        "**Tests**: none asked for");
        assertThat(imported.discovery().valueObjects())
                .containsExactly(new Noted("Event", "id, title"), new Noted("venues", "id uuid"));
        assertThat(Imports.notes(imported, Kind.DROPPED))
                .contains(
                        "1 the file is not read",
                        "8 the section \"Risk Register\": 1 lines are not part of a plan",
                        "37 the section \"Notes\", 1 lines",
                        "21 the mark [later] of T007",
                        "21 T007 is marked as put off [-]: not planned",
                        "30 T010 names FR-99, which spec.md does not define");
    }

    @Test
    void shouldImportAListWithoutASpecification() {
        // When
        Imported imported = Imports.read("tasks.md", "- [ ] Write a.py\n- [ ] T1 Write b.py\n- [ ] T1 Write c.py");

        // Then
        assertThat(imported.discovery().requirements()).isEmpty();
        assertThat(imported.plan().tasks())
                .extracting(task -> Imports.files(task).getFirst())
                .containsExactly("a.py", "b.py", "c.py");
        assertThat(imported.plan().milestones()).extracting(Milestone::name).containsExactly("Tasks");
        assertThat(Imports.errors(imported)).isEmpty();
    }

    @Test
    void shouldSayWhatItLooksForWhenNoFileIsAPlan() {
        assertThatThrownBy(() -> Imports.read("README.md", "# Hello\n- [a link](x)"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("- [ ] T001");
    }

    @Test
    void shouldMakeTheSamePlanOfTheSameFiles() {
        assertThat(Imports.read("tasks.md", TASKS, "spec.md", SPEC))
                .isEqualTo(Imports.read("tasks.md", TASKS, "spec.md", SPEC));
    }
}
