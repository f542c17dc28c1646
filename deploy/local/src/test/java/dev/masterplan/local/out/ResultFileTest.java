package dev.masterplan.local.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

    @TempDir
    private Path temporary;

    @Test
    void shouldWriteToAPipeAndLeaveItThere() throws Exception {
        // Given
        Path pipe = temporary.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> textOf(pipe), Thread::startVirtualThread);

        // When
        ResultFile.of(pipe).write("{}");

        // Then
        assertThat(read.get(10, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo("{}");
        assertThat(Files.isRegularFile(pipe, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void shouldKeepALinkAndReplaceWhatItLeadsTo() throws IOException {
        // Given
        Path target = Files.writeString(temporary.resolve("target"), "of an earlier build, and longer");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), target);

        // When
        ResultFile result = ResultFile.of(link);
        boolean earlier = Files.exists(target);
        result.write("{}");

        // Then
        assertThat(earlier).isFalse();
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("{}");
    }

    @Test
    void shouldNotReplaceAResultByAReason() {
        // Given
        Path file = temporary.resolve("result.json");
        ResultFile result = ResultFile.of(file);
        result.write("{}");

        // When
        result.writeWithoutResult("INTERRUPTED", "the process was told to end");

        // Then
        assertThat(file).hasContent("{}");
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
