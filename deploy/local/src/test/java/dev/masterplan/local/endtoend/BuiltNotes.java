package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The program of docs/examples/notes.md, built without a disturbance; nobody changes it.
 *
 * @param built  how the command ended
 * @param result what {@code --json} wrote
 */
record BuiltNotes(Path out, Ended built, JsonNode result) {

    static final Path BRIEF = RunningProduct.ROOT.resolve("docs/examples/notes.md");

    static BuiltNotes build(RunningProduct product, Path folder) {
        Path out = folder.resolve("notes");
        Path json = folder.resolve("notes.json");
        Ended built = product.masterplan("build", BRIEF, "--out", out, "--yes", "--json", json);
        assertThat(built.status()).as(built.output()).isZero();
        try {
            return new BuiltNotes(out, built, new ObjectMapper().readTree(json.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String tree() {
        return RunningProduct.git(out, "rev-parse", "HEAD^{tree}");
    }
}
