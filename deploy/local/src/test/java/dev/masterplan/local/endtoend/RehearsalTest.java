package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A fault that no author mends blocks the run at a gate; a person edits the file, and it goes on to its end. */
@Tag("slow")
@ExtendWith(StackExtension.class)
class RehearsalTest {

    private static final String FAULTY = "app/features/note/api.py";
    private static final String MARK = "[rehearsal, faults injected] ";
    private static final int SEED = 7;

    @TempDir
    private Path temporary;

    @Test
    void shouldBlockUntilThePersonEditsTheFileAndThenDeliverTheProgram(RunningProduct product, BuiltNotes notes)
            throws IOException {
        // Given
        Path out = temporary.resolve("rehearsed");
        Path json = temporary.resolve("rehearsed.json");
        Ended blocked = product.masterplan(
                "build", BuiltNotes.BRIEF, "--rehearse=" + SEED, "--out", out, "--yes", "--json", json);
        assertThat(blocked.status()).as(blocked.output()).isEqualTo(2);
        assertThat(blocked.output()).contains("seed " + SEED, "why: gate: ", "cure: edit a file");
        assertThat(blocked.output().lines()).allMatch(line -> line.startsWith(MARK));
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.path("status").asText()).isEqualTo("BLOCKED");

        // When
        String run = result.path("execution_id").asText();
        edit(product, run, Files.readString(notes.out().resolve(FAULTY)));

        // Then
        await().atMost(Duration.ofSeconds(120)).until(() -> state(product, run), "COMPLETED"::equals);
        Ended resumed = product.masterplan("resume", run, "--out", out);
        assertThat(resumed.status()).as(resumed.output()).isZero();
        assertThat(resumed.output()).contains(MARK + "Completed in");
        assertThat(RunningProduct.git(out, "rev-parse", "HEAD^{tree}")).isEqualTo(notes.tree());
    }

    private static void edit(RunningProduct product, String run, String content) {
        product.api()
                .contentType(ContentType.JSON)
                .body(Map.of("command", "edit_file", "path", FAULTY, "content", content))
                .post("/executions/" + run + "/commands")
                .then()
                .statusCode(202);
    }

    private static String state(RunningProduct product, String run) {
        return product.api()
                .get("/executions/" + run)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }
}
