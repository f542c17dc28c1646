package dev.masterplan.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.plan.TestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gates of a run, without the engine: after each wave every due acceptance test passes. */
class WaveTest {

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void shouldPassEveryDueTestAfterEachWave() throws Exception {
        shouldPassEveryDueTestAfterEachWaveOf("notes.md");
    }

    /** Minutes of running programs; the engine's own runs of the library cover the same in CI. */
    @ParameterizedTest
    @Tag("long")
    @ValueSource(strings = {"library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldPassEveryDueTestAfterEachWaveOf(String brief) throws Exception {
        Tree tree = Tree.ofExample(brief);
        int waves = Collections.max(tree.waves().values());
        for (int wave = 1; wave <= waves; wave++) {
            // Given
            int now = wave;
            List<String> due = tree.tests().stream()
                    .filter(t -> tree.due(t) <= now)
                    .map(TestSpecification::id)
                    .toList();
            Path tree1 = Files.createDirectory(folder.resolve("wave" + wave));
            Tree.write(tree1, tree.filesAfter(wave));
            Tree.write(tree1, Blueprint.acceptanceTests(tree.discovery(), tree.tests()));
            if (due.isEmpty()) {
                continue;
            }

            // When
            PythonProcess run = PythonProcess.run(
                    tree1, "-I", "acceptance/run", "--report", "report.xml", "--only", String.join(",", due));

            // Then
            String failed =
                    run.output().lines().filter(l -> !l.startsWith("passed")).collect(Collectors.joining("\n"));
            assertThat(run.status()).as("wave " + wave + "\n" + failed).isZero();
        }
    }
}
