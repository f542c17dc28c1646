package dev.masterplan.execution.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    Path folder;

    @Test
    void shouldHoldExactlyTheRows() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("old/deep"));
        Files.writeString(folder.resolve("old/deep/x.py"), "old");
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "kept");
        List<FileVersion> rows = List.of(file("app/main.py", "print(1)\n"), file("acceptance/run", "run"));
        // When
        int changes = Workspace.publish(folder, rows);
        // Then
        assertThat(changes).isEqualTo(3);
        assertThat(folder.resolve("old")).doesNotExist();
        assertThat(folder.resolve(".git/HEAD")).hasContent("kept");
        assertThat(folder.resolve("acceptance/run")).isExecutable();
        assertThat(Workspace.verify(folder, rows)).isEmpty();
        assertThat(Workspace.publish(folder, rows)).isZero();
    }

    @Test
    void shouldNameWhatDiffers() throws Exception {
        // Given
        List<FileVersion> rows = List.of(file("a.py", "1"), file("b.py", "2"), file("c.py", "3"));
        Workspace.publish(folder, rows);
        // When
        Files.writeString(folder.resolve("a.py"), "x");
        Files.delete(folder.resolve("b.py"));
        Files.writeString(folder.resolve("d.py"), "more");
        // Then
        assertThat(Workspace.verify(folder, rows)).containsExactly("a.py", "b.py", "d.py");
    }

    @Test
    void shouldNeverWriteThroughALink(@TempDir Path elsewhere) throws Exception {
        // Given
        Files.createSymbolicLink(folder.resolve("app"), elsewhere);
        // When
        assertThatThrownBy(() -> Workspace.publish(
                        folder, List.of(file("app", "a link as a file would be replaced"), file("app/x.py", "1"))))
                .isInstanceOf(UnsafeTreeException.class);
        // Then
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void shouldRemoveALinkThatIsNotInTheRowsWithoutFollowingIt(@TempDir Path elsewhere) throws Exception {
        // Given
        Files.writeString(elsewhere.resolve("precious.txt"), "kept");
        Files.createSymbolicLink(folder.resolve("app"), elsewhere);
        // When
        Workspace.publish(folder, List.of(file("app/x.py", "1")));
        // Then
        assertThat(elsewhere.resolve("precious.txt")).exists();
        assertThat(elsewhere.resolve("x.py")).doesNotExist();
        assertThat(folder.resolve("app/x.py")).hasContent("1");
    }

    @Test
    void shouldRefuseAPathThatLeadsOut() {
        assertThatThrownBy(() -> Workspace.publish(folder.resolve("ws"), List.of(file("../x.py", "1"))))
                .isInstanceOf(UnsafeTreeException.class);
        assertThat(folder.resolve("x.py")).doesNotExist();
    }

    @Test
    void shouldHashEqualExactlyWhenThePathsAndBytesAre() {
        String hash = TreeHash.of(List.of(file("a", "1"), file("b", "2")));
        assertThat(TreeHash.of(List.of(file("b", "2"), file("a", "1")))).isEqualTo(hash);
        assertThat(TreeHash.of(List.of(file("a", "1"), file("b", "3")))).isNotEqualTo(hash);
        assertThat(TreeHash.of(List.of(file("a", "1"), file("c", "2")))).isNotEqualTo(hash);
        assertThat(TreeHash.of(List.of(file("a", "1")))).isNotEqualTo(hash);
    }

    private static FileVersion file(String path, String text) {
        return FileVersion.of(path, 1, text.getBytes(StandardCharsets.UTF_8), 1);
    }
}
