package dev.masterplan.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.local.out.OutFolder;
import dev.masterplan.local.stack.DataFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeLineTest {

    @TempDir
    private Path temporary;

    @Test
    void shouldNameTheFolderThatTheProgramGoesTo() {
        // When
        String line = ResumeLine.of("r-1", OutFolder.open(temporary.resolve("my notes")), data());

        // Then
        assertThat(line)
                .isEqualTo("./masterplan resume r-1 --out '" + temporary + "/my notes' --data " + temporary + "/data");
    }

    @Test
    void shouldNameNoFolderWhenNoneIsKept() {
        assertThat(ResumeLine.of("r-1", null, data()))
                .isEqualTo("./masterplan resume r-1 --data " + temporary + "/data");
    }

    private DataFolder data() {
        return DataFolder.open(temporary.resolve("data"));
    }
}
