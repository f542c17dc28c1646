package dev.masterplan.local.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.client.Views.Analysis;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.client.Views.Remark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportPictureTest {

    private static final String TREE = """
            {"phases": [{"milestones": [{"tasks": [
              {"number": 1, "subtasks": [{"kind": "FILE"}, {"kind": "CHECK"}]},
              {"number": 2, "subtasks": [{"kind": "CHECK"}]},
              {"number": 3, "subtasks": [{"kind": "FILE"}]}]}]}]}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal =
            new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), null, false, false);

    @ParameterizedTest
    @CsvSource({"1, 1", "1 2 3, 1-3", "'1 2 4 7 8', '1-2, 4, 7-8'"})
    void shouldSayRangesOfNumbers(String numbers, String shown) {
        TreeSet<Integer> all = new TreeSet<>();
        Arrays.stream(numbers.split(" ")).map(Integer::valueOf).forEach(all::add);

        assertThat(ImportPicture.ranges(all)).isEqualTo(shown);
    }

    @Test
    void shouldSayWhatAPersonHasToWriteBeforeAnythingIsApproved() throws IOException {
        // Given
        MasterPlan plan = plan(new Remark("not_written", "…", null, 3), new Remark("no_target_file", "…", null, 3));

        // When
        new ImportPicture(terminal).writable("blueprint", plan, tree());

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("The engine blueprint can write 1 of the 2 tasks that write a file;"
                        + " a person has to write tasks 3: the run stops at each");
    }

    @Test
    void shouldSaySoWhenTheEngineWritesAll() throws IOException {
        // When
        new ImportPicture(terminal).writable("blueprint", plan(new Remark("shared_file", "…", null, 1)), tree());

        // Then
        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("The engine blueprint can write all 2 tasks that write a file");
    }

    private static JsonNode tree() throws IOException {
        return new ObjectMapper().readTree(TREE);
    }

    private static MasterPlan plan(Remark... warnings) {
        Analysis analysis = new Analysis(List.of(), List.of(warnings), List.of());
        return new MasterPlan("m", "s", "Notes", 1, "DRAFT", null, "t", null, analysis, null);
    }
}
