package dev.masterplan.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "build notes.md --out x, notes.md",
        "build --out x notes.md, notes.md",
        "build --out=x --yes notes.md, notes.md",
        "build --rehearse notes.md --out x, notes.md",
        "build --defer all --reason later notes.md, notes.md"
    })
    void shouldTellTheOperandFromAnOptionsValue(String line, String operand) {
        assertThat(words(line).operand()).hasValue(operand);
    }

    @ParameterizedTest
    @CsvSource({"build, build", "build --out x, build", "'', ''"})
    void shouldFindNoOperandWhereThereIsNone(String line, String command) {
        assertThat(words(line).operand()).isEmpty();
        assertThat(words(line).command()).isEqualTo(command);
    }

    @Test
    void shouldFindAnOptionsValueInBothForms() {
        assertThat(words("up --data /a/b/../c").dataFolder()).isEqualTo(Path.of("/a/c"));
        assertThat(words("up --data=/a").dataFolder()).isEqualTo(Path.of("/a"));
        assertThat(words("up --data").value("--data")).isEmpty();
        assertThat(words("up").dataFolder()).isEqualTo(Path.of(System.getProperty("user.home"), ".masterplan"));
    }

    private static Words words(String line) {
        return new Words(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }
}
