package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program with a lifecycle, of a brief that leaves a question open and has a sentence that nothing covers and that was
 * put off; nobody changes it.
 *
 * @param built  how the command ended
 * @param result what {@code --json} wrote
 */
record BuiltLamps(Path out, Ended built, JsonNode result) {

    static final String UNCOVERED = "A lamp must be polished by hand on every second Tuesday.";
    static final String BRIEF = """
            # Lamps

            A service in Go.

            ## Data
            - Lamp: name (text, required, up to 20 characters), status

            ## Rules
            - Lamps can be created and listed.
            - A lamp goes new → lit → broken.
            - %s
            """.formatted(UNCOVERED);
    static final int UNCOVERED_LINE = 11;

    static BuiltLamps build(RunningProduct product, Path folder) {
        try {
            Path brief = Files.writeString(folder.resolve("lamps.md"), BRIEF);
            Path out = folder.resolve("lamps");
            Path json = folder.resolve("lamps.json");
            Ended built = product.masterplan(
                    "build", brief, "--out", out, "--yes", "--defer", "all", "--reason", "later", "--json", json);
            assertThat(built.status()).as(built.output()).isEqualTo(4);
            return new BuiltLamps(out, built, new ObjectMapper().readTree(json.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
