package dev.masterplan.local.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.local.client.Views.AtomCounts;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.Gate;
import dev.masterplan.local.client.Views.LastTest;
import dev.masterplan.local.client.Views.TestCounts;
import dev.masterplan.local.client.Views.Wave;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPictureTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void shouldSayEachWaveAndGateOnceInPlainLinesWhenThereIsNoTerminal() {
        // Given
        RunPicture picture = new RunPicture(new Terminal(out, out, false, false));
        Wave running = wave("RUNNING", 1, List.of());
        Wave done = wave("COMPLETED", 2, List.of(new Gate(1, "OPEN", 2, 2, 1, 1, 3, 4, null, null)));

        // When
        picture.show(run(), List.of(running));
        picture.show(run(), List.of(done));
        picture.show(run(), List.of(done));

        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Wave  1/3  Notes                  ██████████ 2/2     retries 0",
                        "  Gate S   OPEN   due 3 of 4   MUST 2/2  SHOULD 1/1   last: R-001 a note is kept  31 ms");
    }

    @Test
    void shouldPaintOverTheRunningWaveInATerminal() {
        // Given
        RunPicture picture = new RunPicture(new Terminal(out, out, true, false));

        // When
        picture.show(run(), List.of(wave("RUNNING", 1, List.of())));

        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("\r").contains("█████░░░░░ 1/2");
    }

    @Test
    void shouldSayWhyAGateStaysShut() {
        // Given
        RunPicture picture = new RunPicture(new Terminal(out, out, false, false));
        Gate blocked = new Gate(2, "BLOCKED", 2, 1, 0, 0, 2, 4, "R-001 failed", null);

        // When
        picture.show(run(), List.of(wave("COMPLETED", 2, List.of(blocked))));

        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("BLOCKED   round 2", "R-001 failed");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ░░░░░░░░░░",
        "0, 18, ░░░░░░░░░░",
        "17, 18, █████████░",
        "18, 18, ██████████",
        "19, 18, ██████████"
    })
    void shouldFillTheBarOnlyWhenAllIsDone(int done, int total, String bar) {
        assertThat(Bar.of(done, total)).isEqualTo(bar);
    }

    private static Wave wave(String state, int completed, List<Gate> gates) {
        return new Wave(1, "w", "Notes", state, new AtomCounts(2, completed, 0, 0, 0, 0), 0, gates);
    }

    private static Execution run() {
        return new Execution(
                "e",
                "m",
                "Notes",
                "RUNNING",
                null,
                null,
                1,
                3,
                new AtomCounts(2, 1, 0, 0, 0, 0),
                new TestCounts(2, 2, 1, 1),
                null,
                false,
                "t",
                null,
                null,
                null,
                new LastTest("T-1", "R-001", "a note is kept", true, 31));
    }
}
