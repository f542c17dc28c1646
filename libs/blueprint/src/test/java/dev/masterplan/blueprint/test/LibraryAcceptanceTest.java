package dev.masterplan.blueprint.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of a library, run against a library that was written by hand, and against stubs that know nothing. */
class LibraryAcceptanceTest {

    private static final Path REFERENCE = Path.of("src/test/resources/reference/library");

    @TempDir
    Path folder;

    private Path root;
    private List<TestSpecification> specifications;

    @BeforeEach
    void layOutTheProgram() throws IOException {
        root = Files.createDirectories(folder.resolve("tree"));
        Discovery discovery = LibraryDiscovery.of(LibraryForms.all());
        specifications = AcceptanceTests.specify(discovery);
        AcceptanceRun.lay(root, AcceptanceTests.write(discovery, specifications));
        copy(REFERENCE, root);
    }

    @Test
    void shouldPassEveryTestWhenTheProgramIsRight() throws Exception {
        // When
        AcceptanceRun run = AcceptanceRun.of(root);

        // Then
        assertThat(run.outcomes())
                .as(run.output())
                .hasSameSizeAs(specifications)
                .allSatisfy((id, outcome) ->
                        assertThat(outcome.kind()).as(id + " " + outcome.text()).isEqualTo("passed"));
        assertThat(run.exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stub-404", "stub-200"})
    void shouldFailEveryTestByAssertionWhenAStubAnswers(String target) throws Exception {
        // When
        AcceptanceRun run = AcceptanceRun.of(root, "--target", target);

        // Then
        assertThat(run.outcomes())
                .as(run.output())
                .hasSameSizeAs(specifications)
                .allSatisfy((id, outcome) ->
                        assertThat(outcome.kind()).as(id + " " + outcome.text()).isEqualTo("assertion"));
        assertThat(run.exit()).isOne();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
