package dev.masterplan.local.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {

    @TempDir
    private Path temporary;

    @Test
    void shouldBeReadByTarWithAllFiles() throws IOException, InterruptedException {
        // Given
        Path folder = temporary.resolve("from");
        String deep = "d".repeat(60) + "/" + "e".repeat(60) + "/größe.txt";
        write(folder.resolve("a.txt"), "one");
        write(folder.resolve("empty"), "");
        write(folder.resolve(deep), "x".repeat(513));
        Path archive = temporary.resolve("a.tar");

        // When
        Tar.write(folder, List.of("a.txt", "empty", deep), archive);

        // Then
        Path to = Files.createDirectory(temporary.resolve("to"));
        int status = new ProcessBuilder("tar", "-xf", archive.toString(), "-C", to.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
        assertThat(to.resolve("a.txt")).hasContent("one");
        assertThat(to.resolve("empty")).isEmptyFile();
        assertThat(to.resolve(deep)).hasContent("x".repeat(513));
    }

    @Test
    void shouldRefuseANameTheFormatCantHold() throws IOException {
        // Given
        String name = "n".repeat(120);
        write(temporary.resolve(name), "");

        // Then
        assertThatThrownBy(() -> Tar.write(temporary, List.of(name), temporary.resolve("b.tar")))
                .isInstanceOf(OutException.class)
                .hasMessageContaining("too long");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
