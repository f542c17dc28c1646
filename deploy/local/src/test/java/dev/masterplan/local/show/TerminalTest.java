package dev.masterplan.local.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void shouldMarkEveryLineOfARehearsal() {
        // Given
        Terminal terminal = new Terminal(out, out, false, false);

        // When
        terminal.markRehearsal();
        terminal.line("Plan v1");
        terminal.error("blocked");

        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("[rehearsal, faults injected] "));
    }
}
