package dev.masterplan.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.local.client.Desk;
import dev.masterplan.local.client.Desk.Answer;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.out.OutFolder;
import dev.masterplan.local.show.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFlowTest {

    private static final String RUN = """
            {"id": "r", "masterplan_id": "m", "name": "Notes", "state": "COMPLETED", "wave": 1, "total_waves": 1,
             "commit": "c0ffee", "atoms": {}, "tests": {}, "not_covered": [], "deferred": []}
            """;

    @TempDir
    private Path temporary;

    @Test
    void shouldGoOnWithoutTheFolderWhenABundleCanNotBeKept() throws IOException {
        // Given
        OutFolder out = OutFolder.openNew(temporary.resolve("out"));
        out.claim("m");
        Files.writeString(Files.createDirectory(out.bundle()).resolve("in the way"), "");
        Terminal terminal = new Terminal(System.out, System.err, false, false);
        try (Desk desk = Desk.open(asked -> new Answer(200, asked.getPath().endsWith("waves") ? "[]" : RUN))) {
            RunFlow running = new RunFlow(desk.gateway(Duration.ZERO), terminal, new Interruption(), out);

            // When
            Execution run = running.follow("r");

            // Then
            assertThat(run.state()).isEqualTo("COMPLETED");
            assertThat(running.outGivenUp()).contains(out.bundle() + " can't be written");
        }
    }
}
