package dev.masterplan.planner.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.planner.exchange.ImportReport.Format;
import dev.masterplan.planner.exchange.source.Note.Kind;
import dev.masterplan.planner.refusal.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMasterImportTest {

    private static final String TASKS = """
            {
              "tasks": [
                {"id": 1, "title": "Project scaffolding", "description": "Create pyproject.toml",
                 "testStrategy": "pip install works", "priority": "high", "dependencies": [], "status": "done"},
                {"id": "2", "title": "Store notes", "details": "Create notes/store.py and notes/model.py",
                 "testStrategy": "Unit tests of the store", "priority": "medium",
                 "dependencies": [1, 99], "status": "pending", "color": "red"},
                {"id": 3, "title": "Show notes", "dependencies": ["2"], "subtasks": [
                   {"id": 1, "title": "Page", "details": "Create notes/page.py", "status": "done"},
                   {"id": 2, "title": "Verify the page by hand", "dependencies": [1]},
                   {"id": 3, "title": "Styles", "description": "as nice as can be"}
                ]},
                {"id": 4, "title": "Sync", "status": "deferred"},
                {"id": 5, "title": "Write the documentation", "details": "README.md", "dependencies": [3, 4]}
              ],
              "metadata": {"description": "A small program"}
            }
            """;

    @Test
    void shouldMakeAPlanOfTasksWithTheirPhasesFilesAndOrder() {
        // When
        Imported imported = Imports.read("tasks.json", TASKS);

        // Then
        assertThat(imported.report().format()).isEqualTo(Format.TASK_MASTER);
        assertThat(imported.discovery().summary()).isEqualTo("A small program");
        assertThat(imported.discovery().stack().language()).isEqualTo("python");
        assertThat(imported.plan().phases()).extracting(Phase::name).containsExactly("Setup", "Core", "Polish");
        assertThat(imported.plan().phases())
                .extracting(phase -> phase.milestones().stream()
                        .mapToInt(m -> m.tasks().size())
                        .sum())
                .containsExactly(1, 2, 1);
        assertThat(Imports.files(Imports.task(imported, "2 "))).containsExactly("notes/store.py", "notes/model.py");
        assertThat(Imports.waits(imported, "2 ")).containsExactly(1);
        assertThat(Imports.waits(imported, "5 ")).containsExactly(3);
        assertThat(Imports.task(imported, "1 ").complexity()).isEqualTo(Complexity.HIGH);
    }

    @Test
    void shouldAskForAFileWhereNothingNamesOneAndForNothingElse() {
        // When
        Imported imported = Imports.read("tasks.json", TASKS);

        // Then
        Task page = Imports.task(imported, "3 ");
        assertThat(page.subtasks())
                .extracting(Subtask::kind)
                .containsExactly(SubtaskKind.FILE, SubtaskKind.CHECK, SubtaskKind.FILE);
        assertThat(Imports.files(page)).containsExactly("notes/page.py", null, null);
        assertThat(Imports.errors(imported)).containsExactly("no_target_file 3");
    }

    @Test
    void shouldKeepWhatIsDone() {
        // When
        Imported imported = Imports.read("tasks.json", TASKS);

        // Then
        assertThat(Imports.task(imported, "3 ").subtasks())
                .extracting(Subtask::done)
                .containsExactly(true, null, null);
        assertThat(Imports.task(imported, "1 ").subtasks())
                .extracting(Subtask::done)
                .containsExactly(true);
    }

    @Test
    void shouldDeriveARequirementFromEachTestStrategy() {
        // When
        Imported imported = Imports.read("tasks.json", TASKS);

        // Then
        List<Requirement> requirements = imported.discovery().requirements();
        assertThat(requirements).extracting(Requirement::key).containsExactly("TM-1", "TM-2");
        assertThat(requirements).extracting(Requirement::priority).containsExactly(Priority.MUST, Priority.SHOULD);
        assertThat(requirements)
                .allSatisfy(each -> assertThat(each.priorityWord()).startsWith("derived"));
        assertThat(requirements).extracting(each -> each.source().line()).containsExactly(4, 6);
        assertThat(Imports.task(imported, "2 ").requirementIds())
                .containsExactly(requirements.get(1).id());
    }

    @Test
    void shouldReportWithItsLineWhateverThePlanDoesNotHold() {
        // When
        List<String> dropped = Imports.notes(Imports.read("tasks.json", TASKS), Kind.DROPPED);

        // Then
        assertThat(dropped)
                .containsExactlyInAnyOrder(
                        "7 2: the field \"color\"",
                        "7 2 waits for 99, which the plan does not hold: add it if the order matters",
                        "13 4 is deferred in the file: not planned",
                        "14 5 waits for 4, which the plan does not hold: add it if the order matters");
    }

    @Test
    void shouldKeepTagsApartWhenTheFileHasSeveral() {
        // Given
        String tagged = """
                {"master": {"tasks": [{"id": 1, "title": "Write a.py"}, {"id": 2, "title": "Write b.py", "dependencies": [1]}]},
                 "later": {"tasks": [{"id": 1, "title": "Write c.py"}]},
                 "currentTag": "master"}
                """;

        // When
        Imported imported = Imports.read("tasks.json", tagged);

        // Then
        assertThat(imported.plan().milestones())
                .extracting(Milestone::name)
                .containsExactly("master: Core", "later: Core");
        assertThat(imported.plan().tasks())
                .extracting(Task::name)
                .containsExactly("master/1 Write a.py", "master/2 Write b.py", "later/1 Write c.py");
        assertThat(Imports.waits(imported, "master/2")).containsExactly(1);
        assertThat(Imports.notes(imported, Kind.DROPPED)).containsExactly("3 \"currentTag\" holds no tasks");
    }

    @Test
    void shouldCutATaskIntoChainedOnesWhenItHasMoreThanSevenSubtasks() {
        // Given
        String subtasks = IntStream.rangeClosed(1, 16)
                .mapToObj(n -> "{\"id\": %d, \"title\": \"Write part%d.py\"}".formatted(n, n))
                .collect(Collectors.joining(","));
        String tasks = """
                {"tasks": [{"id": 1, "title": "First", "details": "Create a.py"},
                 {"id": 2, "title": "Long", "dependencies": [1], "subtasks": [%s]},
                 {"id": 3, "title": "After part 3", "details": "Create b.py", "dependencies": ["2.3"]},
                 {"id": 4, "title": "After all", "details": "Create c.py", "dependencies": [2]}]}
                """.formatted(subtasks);

        // When
        Imported imported = Imports.read("tasks.json", tasks);

        // Then
        assertThat(imported.plan().tasks().filter(task -> task.name().startsWith("2 ")))
                .extracting(task -> task.subtasks().size())
                .containsExactly(7, 7, 2);
        assertThat(Imports.waits(imported, "2 Long (1 of 3)")).containsExactly(1);
        assertThat(Imports.waits(imported, "2 Long (2 of 3)")).containsExactly(2);
        assertThat(Imports.waits(imported, "2 Long (3 of 3)")).containsExactly(3);
        assertThat(Imports.waits(imported, "3 ")).containsExactly(2);
        assertThat(Imports.waits(imported, "4 ")).containsExactly(4);
        assertThat(Imports.errors(imported)).isEmpty();
    }

    @Test
    void shouldCutATaskWhenASubtaskWaitsForAnotherFile() {
        // Given
        String tasks = """
                {"tasks": [{"id": 1, "title": "Both", "subtasks": [
                  {"id": 1, "title": "Write b.py", "dependencies": [2]},
                  {"id": 2, "title": "Write a.py"},
                  {"id": 3, "title": "Polish a.py", "dependencies": [2]}]}]}
                """;

        // When
        Imported imported = Imports.read("tasks.json", tasks);

        // Then
        assertThat(imported.plan().tasks())
                .extracting(Imports::files)
                .containsExactly(List.of("a.py"), List.of("b.py", "a.py"));
        assertThat(Imports.waits(imported, "1 Both (2 of 2)")).containsExactly(1);
    }

    @Test
    void shouldLeaveACycleToThePersonWhoCanBreakIt() {
        // Given
        String tasks = """
                {"tasks": [{"id": 1, "title": "Write a.py", "dependencies": [2]},
                 {"id": 2, "title": "Write b.py", "dependencies": [1]}]}
                """;

        // When
        Imported imported = Imports.read("tasks.json", tasks);

        // Then
        assertThat(Imports.errors(imported)).contains("cycle 1");
    }

    @Test
    void shouldLetThePathGuardJudgeThePathsOfAText() {
        // Given
        String tasks = """
                {"tasks": [{"id": 1, "title": "Update `.github/workflows/ci.yml`"},
                 {"id": 2, "title": "Update `../../etc/cron.py`"}, {"id": 3, "title": "Create acceptance/run.py"},
                 {"id": 4, "title": "Update `.github/workflows/done.yml`", "status": "done"}]}
                """;

        // Then
        assertThat(Imports.errors(Imports.read("tasks.json", tasks)))
                .containsExactly("unsafe_path 1", "unsafe_path 2", "unsafe_path 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"tasks\": []}",
                "{\"tasks\": [1, null, {\"title\": \"no id\"}]}",
                "{\"tasks\": [{\"id\": 1, \"title\": \"a\\u0000b\"}]}",
                "{\"tasks\": [{\"id\": 1, \"title\": \"\\ud800\"}]}",
                "{\"tasks\": [{\"id\": 1, \"id\": 2}]}",
                "{\"tasks\": [{\"id\": 1}]} x",
                "{\"format\": \"masterplan/9\"}",
            })
    void shouldRefuseInWordsWhatIsNoPlan(String text) {
        assertThatThrownBy(() -> Imports.read("tasks.json", text))
                .isInstanceOf(Refusal.class)
                .hasMessageMatching("(?s)(tasks.json|the files).*");
    }

    @Test
    void shouldRefuseNestingThatIsMadeToBreakReaders() {
        String deep = "{\"tasks\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> Imports.read("tasks.json", deep)).isInstanceOf(Refusal.class);
    }

    @Test
    void shouldTakeOddValuesForWhatTheyAre() {
        // Given
        String odd = """
                {"tasks": [{"id": 1.5, "title": null, "description": 7, "status": "half", "priority": 3,
                  "dependencies": "1", "subtasks": {"a": 1}},
                 {"id": 1e400000000, "title": "Write x.py", "dependencies": [null, {}, true]},
                 {"id": "x", "title": "Write y.py", "subtasks": [null, 3, {"id": {}}, {"id": 1, "title": "Write z.py"}]}]}
                """;

        // When
        Imported imported = Imports.read("tasks.json", odd);

        // Then
        assertThat(imported.plan().tasks()).hasSize(3);
        assertThat(Imports.notes(imported, Kind.GUESSED)).anyMatch(note -> note.contains("unknown status \"half\""));
        assertThat(Imports.notes(imported, Kind.DROPPED)).hasSizeGreaterThan(4);
    }
}
