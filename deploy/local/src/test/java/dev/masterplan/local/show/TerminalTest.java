package dev.masterplan.local.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
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

    @Test
    void shouldTakeAnEmptyLineForTheUsualAnswerAndTheEndOfInputForNone() {
        // Given
        BufferedReader typed = new BufferedReader(new StringReader("\n Yes\n"));
        Terminal terminal = new Terminal(out, out, typed, true, false);

        // When
        String empty = terminal.ask("approve? [Y/n]", "y");
        String said = terminal.ask("approve? [Y/n]", "n");
        String ended = terminal.ask("approve? [Y/n]", "y");

        // Then
        assertThat(empty).isEqualTo("y");
        assertThat(said).isEqualTo("y");
        assertThat(ended).isEqualTo(Terminal.NO_ANSWER);
    }
}
