package dev.masterplan.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every plan the blueprint makes. */
class PlanTest {

    @ParameterizedTest
    @ValueSource(strings = {"notes.md", "library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldHaveThreePhasesAndNumberTasksFromOne(String brief) throws IOException {
        Tree tree = Tree.ofExample(brief);

        assertThat(tree.plan().phases()).extracting(p -> p.name()).containsExactly("Setup", "Core", "Polish");
        List<Task> tasks = tree.plan().tasks().toList();
        assertThat(tasks)
                .extracting(Task::number)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(1);
        assertThat(tasks).extracting(Task::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.md", "library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldDependOnEarlierTasksOnly(String brief) throws IOException {
        Set<UUID> earlier = new HashSet<>();
        Tree.ofExample(brief).plan().tasks().forEach(task -> {
            assertThat(earlier).as(task.name()).containsAll(task.dependsOn());
            earlier.add(task.id());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.md", "library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldGiveEachFileOneOwnerAndWriteEachTargetFile(String brief) throws IOException {
        Map<String, UUID> owners = new HashMap<>();
        Tree.ofExample(brief).plan().tasks().forEach(task -> {
            assertThat(task.subtasks())
                    .extracting(Subtask::targetFile)
                    .allSatisfy(f -> assertThat(f).matches("[A-Za-z0-9_/]+\\.(py|md)"));
            Set<String> written = new HashSet<>(
                    task.subtasks().stream().map(Subtask::targetFile).toList());
            assertThat(written).containsExactlyInAnyOrderElementsOf(task.targetFiles());
            written.forEach(
                    file -> assertThat(owners.put(file, task.id())).as(file).isNull());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.md", "library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldMakeTheSameTreeOfTheSameBrief(String brief) throws IOException {
        assertThat(Tree.ofExample(brief)).isEqualTo(Tree.ofExample(brief));
        assertThat(Tree.ofExample(brief).files())
                .isEqualTo(Tree.ofExample(brief).files());
    }

    @Test
    void shouldHaveTestsDueInTwoThirdsOfTheWavesAfterSetup() throws IOException {
        // Given
        Tree tree = Tree.ofExample("library.md");
        Map<UUID, Integer> waves = tree.waves();
        int setup = tree.plan().phases().getFirst().milestones().stream()
                .flatMap(milestone -> milestone.tasks().stream())
                .mapToInt(task -> waves.get(task.id()))
                .max()
                .orElseThrow();
        int last = Collections.max(waves.values());

        // When
        long withDue = IntStream.rangeClosed(setup + 1, last)
                .filter(wave -> tree.tests().stream().anyMatch(test -> tree.due(test) <= wave))
                .count();

        // Then
        assertThat(3 * withDue).isGreaterThanOrEqualTo(2L * (last - setup));
    }
}
