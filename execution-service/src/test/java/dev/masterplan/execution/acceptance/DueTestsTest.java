package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueTestsTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final Map<UUID, Integer> WAVES = Map.of(A, 1, B, 2, C, 4);

    @Test
    void shouldBeDueFromTheWaveWhereTheLastTaskIsDoneOn() {
        // Given
        DueTests tests = DueTests.of(List.of(test("T-001-1", A), test("T-002-1", A, B), test("T-003-1", C, A)), WAVES);
        // Then
        assertThat(ids(tests, 1)).containsExactly("T-001-1");
        assertThat(ids(tests, 2)).containsExactly("T-001-1", "T-002-1");
        assertThat(ids(tests, 3)).containsExactly("T-001-1", "T-002-1");
        assertThat(ids(tests, 4)).containsExactly("T-001-1", "T-002-1", "T-003-1");
        assertThat(tests.dueFrom("T-002-1")).contains(2);
        assertThat(tests.dueFrom("T-009-1")).isEmpty();
    }

    @Test
    void shouldBeDueInTheLastWaveWithoutTasks() {
        assertThat(DueTests.of(List.of(test("T-001-1")), WAVES).dueFrom("T-001-1"))
                .contains(4);
    }

    @Test
    void shouldRefuseATaskThatIsInNoWave() {
        assertThatThrownBy(() -> DueTests.of(List.of(test("T-001-1", new UUID(9, 9))), WAVES))
                .hasMessageContaining("T-001-1");
    }

    private static List<String> ids(DueTests tests, int wave) {
        return tests.due(wave).stream().map(TestSpecification::id).toList();
    }

    private static TestSpecification test(String id, UUID... tasks) {
        return new TestSpecification(
                id, new UUID(1, 1), "R-001", Priority.MUST, "case", "given", "when", "then", List.of(tasks), false);
    }
}
