package dev.masterplan.execution.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTest {

    @Test
    void shouldKeepFortyLinesOfFiveHundredCharacters() {
        assertThat(Diagnostics.of(IntStream.range(0, 41).mapToObj(Integer::toString)))
                .hasSize(40)
                .endsWith("39");
        assertThat(Diagnostics.of(Stream.of("x".repeat(500), "x".repeat(501))))
                .containsExactly("x".repeat(500), "x".repeat(500) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001bb", "a\ud800b"})
    void shouldReplaceWhatNoDatabaseTakes(String line) {
        assertThat(Diagnostics.of(Stream.of(line))).containsExactly("a\ufffdb");
    }

    @Test
    void shouldLeaveTextAsItIs() {
        assertThat(Diagnostics.of(Stream.of("\tgrüße 😀 → 1"))).containsExactly("\tgrüße 😀 → 1");
    }
}
