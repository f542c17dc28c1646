package dev.masterplan.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.local.out.ResultFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

    @TempDir
    private Path temporary;

    private final List<Integer> ends = new ArrayList<>();
    private final Interruption interruption = new Interruption(ends::add);

    @Test
    void shouldSayInTheJsonFileWhatCouldNotGoOn() {
        // Given
        Path json = temporary.resolve("result.json");
        ResultFile result = ResultFile.of(json);
        interruption.lastly(result::writeWithoutResult);
        result.running("r-1");

        // When
        interruption.collapsed("PostgreSQL ended");

        // Then
        assertThat(json).content().contains("\"ERROR\"", "\"PostgreSQL ended, so everything stopped\"", "\"r-1\"");
        assertThat(ends).containsExactly(1);
    }

    @Test
    void shouldSayInTheJsonFileThatItWasToldToEnd() {
        // Given
        Path json = temporary.resolve("result.json");
        interruption.lastly(ResultFile.of(json)::writeWithoutResult);
        interruption.add(() -> {
            throw new IllegalStateException("the run can't be paused");
        });

        // When
        interruption.happen();

        // Then
        assertThat(json).content().contains("\"INTERRUPTED\"", "\"the process was told to end\"");
        assertThat(ends).containsExactly(130);
    }
}
