package dev.masterplan.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.sandbox.SandboxMissingException;
import dev.masterplan.execution.workspace.HistoryLostException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockedByTest {

    @ParameterizedTest
    @MethodSource("faults")
    void shouldSayWhatIsWrongWithoutAnyFolderOfTheMachine(RuntimeException fault, String reason) {
        // When
        String said = BlockedBy.ofFault(fault);

        // Then
        assertThat(said).isEqualTo(reason);
        assertThat(BlockedBy.said(said)).isPresent();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(disk(new IOException("No space left on device")), "disk: No space left on device"),
                Arguments.of(
                        disk(new FileSystemException("/home/ada/x", null, "Disk quota exceeded")),
                        "disk: Disk quota exceeded"),
                Arguments.of(disk(new AccessDeniedException("/home/ada/x")), "disk: AccessDeniedException"),
                Arguments.of(
                        disk(new IOException("Cannot lock /home/ada/history.git/HEAD. Is it \"/tmp/a b\"?")),
                        "disk: Cannot lock … Is it \"… b\"?"),
                Arguments.of(disk(new IOException("/home/ada")), "disk: IOException"),
                Arguments.of(new IllegalStateException("bad file C:\\Users\\ada (gone)"), "fault: bad file … (gone)"),
                Arguments.of(new CompletionException(new IllegalStateException("the cause")), "fault: the cause"),
                Arguments.of(new NullPointerException(), "fault: NullPointerException"),
                Arguments.of(
                        new SandboxMissingException("Cannot run program \"/opt/ada/bwrap\": error=13"),
                        "sandbox or tool: no sandbox: Cannot run program \"…\": error=13"),
                Arguments.of(new SandboxMissingException("gone"), "sandbox or tool: no sandbox: gone"),
                Arguments.of(
                        new HistoryLostException("abc"),
                        "history lost: commit abc is in no repository and can't be made from its rows"));
    }

    private static UncheckedIOException disk(IOException cause) {
        return new UncheckedIOException(cause);
    }
}
