package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A rehearsal of the notes from the fault that blocks it to its end: a person edits the file, and the run goes on. It is
 * made once for all test classes that ask for it.
 *
 * @param out     what the rehearsal left behind
 * @param blocked how the build ended
 * @param result  what it wrote then
 * @param resumed how the run ended after the edit
 * @param before  metrics just before the rehearsal
 * @param after   metrics just after its end
 */
record Rehearsed(Path out, Ended blocked, JsonNode result, Ended resumed, Metrics before, Metrics after) {

    static final int SEED = 7;

    private static final String FAULTY = "app/features/note/api.py";

    static Rehearsed of(BuiltNotes notes, RunningProduct product, Path folder) {
        try {
            Metrics before = Metrics.of(product);
            Path out = folder.resolve("rehearsed");
            Path json = folder.resolve("rehearsed.json");
            Ended blocked = product.masterplan(
                    "build", BuiltNotes.BRIEF, "--rehearse=" + SEED, "--out", out, "--yes", "--json", json);
            assertThat(blocked.status()).as(blocked.output()).isEqualTo(2);
            JsonNode result = new ObjectMapper().readTree(json.toFile());
            String run = result.path("execution_id").asText();
            edit(product, run, Files.readString(notes.out().resolve(FAULTY)));
            await().atMost(Duration.ofSeconds(120)).until(() -> state(product, run), "COMPLETED"::equals);
            Ended resumed = product.masterplan("resume", run, "--out", out);
            return new Rehearsed(out, blocked, result, resumed, before, Metrics.of(product));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String plan() {
        return result.path("masterplan_id").asText();
    }

    String run() {
        return result.path("execution_id").asText();
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
