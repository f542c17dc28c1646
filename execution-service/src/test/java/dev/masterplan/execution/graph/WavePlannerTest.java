package dev.masterplan.execution.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WavePlannerTest {

    @Test
    void shouldReportTasksThatWaitForEachOther() {
        // Given
        PlanDocument plan = plan(task(1, "a.py", 2), task(2, "b.py", 1));

        // When
        WavePlanner.Plan waves = WavePlanner.plan(TaskGraph.of(plan));

        // Then
        assertThat(waves)
                .isInstanceOfSatisfying(
                        WavePlanner.Plan.Broken.class,
                        broken -> assertThat(broken.problems()).hasSize(2));
    }

    @Test
    void shouldReportUnknownDependencies() {
        // Given
        PlanDocument plan = plan(task(1, "a.py", 9));

        // When
        WavePlanner.Plan waves = WavePlanner.plan(TaskGraph.of(plan));

        // Then
        assertThat(waves)
                .isInstanceOfSatisfying(
                        WavePlanner.Plan.Broken.class,
                        broken -> assertThat(broken.problems())
                                .singleElement()
                                .asString()
                                .contains("task 1 depends on unknown task"));
    }

    @Test
    void shouldOrderTasksThatShareAFileByTheirNumber() {
        // Given
        PlanDocument plan = plan(task(1, "a.py"), task(2, "a.py"));

        // When
        WavePlanner.Plan waves = WavePlanner.plan(TaskGraph.of(plan));

        // Then
        assertThat(waves)
                .isInstanceOfSatisfying(
                        WavePlanner.Plan.Waves.class,
                        planned -> assertThat(planned.waveOfTask()).containsExactly(1, 2));
    }

    private static PlanDocument plan(Task... tasks) {
        Milestone milestone = new Milestone(new UUID(1, 1), 1, "All", "", List.of(), List.of(tasks));
        return new PlanDocument(List.of(new Phase("Core", List.of(milestone))));
    }

    private static Task task(int number, String file, int... dependsOn) {
        Subtask subtask = new Subtask(new UUID(2, number), 1, "write", "", SubtaskKind.FILE, file);
        List<UUID> ids =
                java.util.Arrays.stream(dependsOn).mapToObj(n -> new UUID(3, n)).toList();
        return new Task(
                new UUID(3, number),
                number,
                "task " + number,
                "",
                "model",
                Complexity.LOW,
                ids,
                List.of(file),
                List.of(),
                List.of(subtask));
    }
}
