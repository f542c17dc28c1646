package dev.masterplan.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    private Path temporary;

    @Test
    void shouldSayThatTheDatabaseIsGone() throws IOException {
        // Given
        DataFolder folder = DataFolder.open(temporary);
        Path pidFile = Files.createDirectory(temporary.resolve("postgres")).resolve("postmaster.pid");
        Files.createFile(pidFile);
        Process postgres = new ProcessBuilder("tail", "-f", pidFile.toString()).start();
        Files.writeString(pidFile, postgres.pid() + "\n/data\n");
        CompletableFuture<Void> gone = new CompletableFuture<>();
        Postmaster postmaster = Postmaster.of(folder).orElseThrow();
        postmaster.whenGone(() -> gone.complete(null));
        assertThat(gone).isNotDone();

        // When
        postmaster.end();

        // Then
        assertThat(gone).succeedsWithin(java.time.Duration.ofSeconds(10));
        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void shouldLeaveAForeignProcessAlone() throws IOException {
        // Given
        DataFolder folder = DataFolder.open(temporary);
        Files.createDirectory(temporary.resolve("postgres"));
        Files.writeString(temporary.resolve("postgres/postmaster.pid"), "1\n");

        // Then
        assertThat(Postmaster.of(folder)).isEmpty();
    }

    @Test
    void shouldFindNoneWhereNoneRuns() {
        assertThat(Postmaster.of(DataFolder.open(temporary))).isEmpty();
    }
}
