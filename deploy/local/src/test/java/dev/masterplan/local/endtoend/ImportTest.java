package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is there already is taken in, and nothing of it is built that nobody agreed to. */
@Tag("slow")
@ExtendWith(StackExtension.class)
class ImportTest {

    private static final String TASKS = """
            ## Phase 1: Setup
            - [x] T001 Create `events/store.py`
            - [ ] T002 List events in `events/list.py`
            """;

    @TempDir
    private Path temporary;

    @Test
    void shouldSayWhatIsLeftToAPerson(RunningProduct product) throws IOException {
        // Given
        Path folder = Files.createDirectory(temporary.resolve("001-events"));
        Files.writeString(folder.resolve("tasks.md"), TASKS + "- [ ] T003 Make it fast\n");
        Files.writeString(folder.resolve("spec.md"), "- **FR-001**: Events MUST be listed\n## Risks\nMany.\n");

        // When
        Ended imported = product.masterplan("import", folder);

        // Then
        assertThat(imported.status()).as(imported.output()).isEqualTo(2);
        assertThat(imported.output())
                .contains("as Spec Kit: 3 tasks, 1 requirement (1 MUST)")
                .contains("not in the plan: 001-events/spec.md:2 the section \"Risks\"")
                .contains("can write 0 of the 3 tasks that write a file")
                .contains("\"Make it fast\" names no file that it writes")
                .contains("FR-001 is not covered");
    }

    @Test
    void shouldTakeInAPlanThatWasExportedHere(RunningProduct product, BuiltNotes notes) throws IOException {
        // Given
        String id = "";
        for (JsonNode plan :
                product.json("masterplans?status=APPROVED&limit=200").path("items")) {
            id = plan.path("name").asText().equals("Notes") ? plan.path("id").asText() : id;
        }
        Path file = temporary.resolve("notes.masterplan.json");
        Files.write(file, product.api().get("masterplans/" + id + "/export").asByteArray());

        // When
        Ended imported = product.masterplan("import", file);

        // Then
        assertThat(imported.status()).as(imported.output()).isZero();
        assertThat(imported.output())
                .contains("as a plan of this product")
                .containsPattern("can write all \\d+ tasks that write a file");
    }

    @Test
    void shouldBuildNothingThatNoTestProvesUnlessAPersonSaysSo(RunningProduct product) throws IOException {
        // Given
        Path tasks = Files.writeString(temporary.resolve("tasks.md"), TASKS);
        int before = product.runs().size();

        // When
        Ended built = product.masterplan("build", tasks, "--out", temporary.resolve("out"), "--yes");

        // Then
        assertThat(built.status()).as(built.output()).isEqualTo(2);
        assertThat(built.output()).contains("--without-tests");
        assertThat(product.runs()).hasSize(before);
    }
}
