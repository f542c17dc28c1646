package dev.masterplan.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.masterplan.messaging.event.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated programs and their tests need no newer Python than the one that is promised. */
class OldestPythonTest {

    private static final String OLDEST = "3.9";
    private static final String PROMISE = "Python " + OLDEST + " or newer";

    @TempDir
    Path folder;

    @Test
    void shouldPromiseTheSameVersionEverywhere() throws IOException {
        assertThat(Files.readString(Path.of("../../README.md"))).contains(PROMISE);
        assertThat(Tree.ofExample("notes.md").files().get("README.md")).contains(PROMISE);
        assertThat(Tree.ofExample("notes.md").discovery().assumptions()).anyMatch(said -> said.startsWith(PROMISE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.md", "library.md", "clinic.md", "shop.md", "tracker.md"})
    void shouldUseNothingThatCameLater(String brief) throws Exception {
        // Given
        Tree tree = Tree.ofExample(brief);
        Map<String, String> files = new TreeMap<>(tree.files());
        files.putAll(Blueprint.acceptanceTests(tree.discovery(), tree.tests()));
        files.keySet().removeIf(path -> !path.endsWith(".py") && !path.equals("acceptance/run"));

        // When
        PythonProcess python = examine(files);

        // Then
        assertThat(python.status()).as(python.output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation/check.py", "acceptance/gate.py"})
    void shouldJudgeProgramsWithNothingThatCameLater(String script) throws Exception {
        // Given
        Path path = Path.of("../../execution-service/src/main/resources", script);

        // When
        PythonProcess python = examine(Map.of(script, Files.readString(path)));

        // Then
        assertThat(python.status()).as(python.output()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "match 1: | case 1: pass",
                "from datetime import UTC | pass",
                "import tomllib | pass",
                "x = list(zip([], [], strict=True)) | pass"
            })
    void shouldSeeWhatCameLater(String line, String next) throws Exception {
        // Given
        String source = line.endsWith(":") ? line + "\n    " + next : line + "\n" + next;

        // When
        PythonProcess python = examine(Map.of("one.py", source));

        // Then
        assertThat(python.status()).as(python.output()).isOne();
    }

    @Test
    void shouldPassUnitAndAcceptanceTestsOnTheOldestPython() throws Exception {
        // Given
        List<Path> found = oldest();
        assumeThat(found).as("no Python " + OLDEST + " is installed here").isNotEmpty();
        Tree.ofExample("notes.md").write(folder);

        // When
        PythonProcess unit = PythonProcess.run(found.getFirst(), folder, "-m", "unittest");
        PythonProcess acceptance =
                PythonProcess.run(found.getFirst(), folder, "-I", "acceptance/run", "--report", "report.xml");

        // Then
        assertThat(unit.status()).as(unit.output()).isZero();
        assertThat(acceptance.status()).as(acceptance.output()).isZero();
        assertThat(acceptance.output()).contains("9 of 9 passed");
    }

    private PythonProcess examine(Map<String, String> files) throws Exception {
        List<List<String>> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(List.of(path, text)));
        Files.write(folder.resolve("sources.json"), Json.write(sources));
        Files.copy(Path.of("src/test/resources/python/oldest.py"), folder.resolve("oldest.py"));
        return PythonProcess.run(folder, "-I", "oldest.py", "sources.json");
    }

    /** Where systems and version managers put it. */
    private static List<Path> oldest() throws IOException {
        List<Path> found = new ArrayList<>(List.of(Path.of("/usr/bin/python" + OLDEST)));
        for (String base :
                List.of(System.getProperty("user.home") + "/.pyenv/versions", "/opt/hostedtoolcache/Python")) {
            if (Files.isDirectory(Path.of(base))) {
                try (Stream<Path> versions = Files.list(Path.of(base))) {
                    versions.filter(version -> version.getFileName().toString().startsWith(OLDEST + "."))
                            .map(version -> version.resolve("bin/python" + OLDEST))
                            .forEach(found::add);
                }
            }
        }
        found.removeIf(path -> !Files.isExecutable(path));
        return found;
    }
}
