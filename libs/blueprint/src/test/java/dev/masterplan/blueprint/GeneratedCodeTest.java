package dev.masterplan.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated code, really compiled and run. */
class GeneratedCodeTest {

    private static final String COMPILE_ALL = """
            import json, sys, warnings
            warnings.simplefilter("error")
            for name, source in json.load(open(sys.argv[1])):
                compile(source, name, "exec")
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"notes.md", "library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldLeaveAWholeFileAfterEachLink(String brief) throws Exception {
        // Given
        List<List<String>> sources = new ArrayList<>();
        for (Map.Entry<Subtask, String> link : Tree.ofExample(brief).links().entrySet()) {
            if (link.getKey().targetFile().endsWith(".py")) {
                sources.add(List.of(
                        link.getKey().targetFile() + ": " + link.getKey().name(), link.getValue()));
            }
        }
        Files.write(folder.resolve("sources.json"), Json.write(sources));

        // When
        PythonProcess python = PythonProcess.run(folder, "-I", "-S", "-c", COMPILE_ALL, "sources.json");

        // Then
        assertThat(python.status()).as(python.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.md", "library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldPassItsUnitTests(String brief) throws Exception {
        Tree.ofExample(brief).write(folder);

        PythonProcess python = PythonProcess.run(folder, "-m", "unittest");

        assertThat(python.output()).contains("OK");
        assertThat(python.status()).isZero();
    }

    @Test
    void shouldStartAfterEachWave() throws Exception {
        // Given
        Tree tree = Tree.ofExample("library.md");
        int waves = Collections.max(tree.waves().values());
        List<Integer> failures = new ArrayList<>();

        // When
        for (int wave = 3; wave <= waves; wave++) {
            Tree.write(folder, tree.filesAfter(wave));
            if (!works()) {
                failures.add(wave);
            }
        }

        // Then
        assertThat(failures).isEmpty();
    }

    /** The program's parts load and its tables can be made. */
    private boolean works() throws IOException, InterruptedException {
        String load = "from app import features; from app.program import Program; import tempfile; "
                + "p = Program(tempfile.mkdtemp()); features.load(p); p.prepare()";
        return PythonProcess.run(folder, "-c", load).status() == 0;
    }
}
