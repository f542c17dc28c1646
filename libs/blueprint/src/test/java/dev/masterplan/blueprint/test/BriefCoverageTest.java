package dev.masterplan.blueprint.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * For each brief of docs/examples: which of its sentences passing tests prove. {@code -Dcoverage.write=true} writes the
 * pages anew.
 */
class BriefCoverageTest {

    private static final Path PAGES = Path.of("../../docs/reference");

    @TempDir
    Path folder;

    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"library, 1.0", "clinic, 0.6", "shop, 0.6", "tracker, 0.6"})
    void shouldProveSentencesByPassingTests(String brief, double atLeast) throws Exception {
        // Given
        Generated generated = Generated.ofExample(brief);

        // When
        AcceptanceRun run = AcceptanceRun.of(generated.lay(folder));
        CoverageTable table = new CoverageTable(brief, generated, run.outcomes());
        BriefSentence.of(brief).forEach(table::add);

        // Then
        Path page = PAGES.resolve("coverage-" + brief + ".md");
        if (Boolean.getBoolean("coverage.write")) {
            Files.writeString(page, table.markdown());
        }
        assertThat(table.rate()).as(table.markdown() + run.output()).isGreaterThanOrEqualTo(atLeast);
        assertThat(page).hasContent(table.markdown());
    }
}
