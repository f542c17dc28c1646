package dev.masterplan.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.local.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void shouldBeReadableByItsOwnerOnlyWhenItIsMade() throws IOException {
        // When
        DataFolder folder = DataFolder.open(temporary.resolve("data with spaces"));
        Path secret = folder.writePrivately("token", "x");

        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldRefuseAFolderOfANewerProgram() throws IOException {
        // Given
        Files.writeString(temporary.resolve("VERSION"), "2\n");

        // Then
        assertThatThrownBy(() -> DataFolder.open(temporary))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void shouldLeaveAForeignFolderAlone() throws IOException {
        // Given
        Files.writeString(temporary.resolve("thesis.txt"), "mine");

        // Then
        assertThatThrownBy(() -> DataFolder.open(temporary))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("holds something else (thesis.txt), it is left alone");
        assertThat(temporary).isDirectoryNotContaining("glob:**VERSION");
    }

    @Test
    void shouldSayThatAFormatCannotBeRead() throws IOException {
        // Given
        Files.createFile(temporary.resolve("VERSION"));

        // Then
        assertThatThrownBy(() -> DataFolder.open(temporary)).hasMessageContaining("format unknown");
    }

    @Test
    void shouldLeaveNothingHalfWrittenOnAFullDisk() throws IOException {
        // Given
        try (SmallDisk disk = SmallDisk.mount(temporary, "64k")) {
            Path filler = disk.fill();

            // When
            assertThatThrownBy(() -> DataFolder.open(temporary))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("No space left");

            // Then
            Files.delete(filler);
            assertThat(DataFolder.open(temporary).read("VERSION")).hasValue("1\n");
            assertThat(temporary.toFile().list()).containsExactly("VERSION");
        }
    }

    @Test
    void shouldRefuseADatabaseWhosePasswordIsGone() throws IOException {
        // Given
        DataFolder folder = DataFolder.open(temporary);
        Files.createDirectory(temporary.resolve("postgres"));
        Files.writeString(temporary.resolve("postgres/PG_VERSION"), "18\n");

        // Then
        assertThatThrownBy(folder::refuseDatabaseWithoutSecrets).hasMessageContaining("backing.secrets is missing");
        folder.writePrivately("backing.secrets", "x");
        assertThatCode(folder::refuseDatabaseWithoutSecrets).doesNotThrowAnyException();
    }

    @Test
    void shouldNotTakeAnotherProgramForItsInstance() {
        // Given
        DataFolder folder = DataFolder.open(temporary);

        // When
        new Instance(ProcessHandle.current().pid(), 1, "http://127.0.0.1:1", "t", List.of()).write(folder);

        // Then
        assertThat(Instance.running(folder)).isEmpty();
        Instance.ofThisProcess("http://127.0.0.1:1", "t", List.of()).write(folder);
        assertThat(Instance.running(folder)).isPresent();
    }

    @Test
    void shouldRefuseAFileInPlaceOfAFolder() throws IOException {
        // Given
        Path file = Files.writeString(temporary.resolve("file"), "");

        // Then
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--data DIR");
    }

    @Test
    void shouldGiveItsLockOnce() {
        // Given
        DataFolder folder = DataFolder.open(temporary);

        // When
        var first = folder.lock();

        // Then
        assertThat(first).isPresent();
        assertThat(folder.lock()).isEmpty();
    }

    @Test
    void shouldFindAnInstanceOnlyWhileItsProcessLives() {
        // Given
        DataFolder folder = DataFolder.open(temporary);
        long gone = Long.MAX_VALUE;

        // When
        new Instance(gone, 0, "http://127.0.0.1:1", "t", List.of(1L)).write(folder);

        // Then
        assertThat(Instance.running(folder)).isEmpty();
        assertThat(Instance.left(folder)).map(Instance::services).hasValue(List.of(1L));
    }

    @Test
    void shouldKeepTheTokenOfTheFirstStart() {
        // Given
        DataFolder folder = DataFolder.open(temporary);

        // When
        String token = Settings.token(folder);

        // Then
        assertThat(token).hasSizeGreaterThan(30).isEqualTo(Settings.token(folder));
    }
}
