package dev.masterplan.local.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.local.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutFolderTest {

    @TempDir
    private Path temporary;

    private Path workspace;
    private Path target;

    @BeforeEach
    void aWorkspaceWithOneCommit() throws IOException {
        workspace = Files.createDirectory(temporary.resolve("workspace"));
        target = temporary.resolve("out folder");
        new Git(workspace).must("init", "--quiet", "--initial-branch=main");
        commit("one.txt", "1");
    }

    @Test
    void shouldCloneIntoAMissingFolderAndFastForward() throws IOException {
        // Given
        OutFolder folder = OutFolder.open(target);
        folder.claim("plan-1");
        folder.update(bundle());
        commit("two.txt", "2");

        // When
        OutFolder.open(target).update(bundle());

        // Then
        assertThat(target.resolve("two.txt")).hasContent("2");
        assertThat(folder.commits()).isEqualTo(2);
        assertThat(OutFolder.runOf(target)).isEqualTo("run-7");
        assertThat(OutFolder.files(target)).containsExactly("one.txt", "two.txt");
    }

    @Test
    void shouldGoOnWhenTheProgramWasRunInIt() throws IOException {
        // Given
        OutFolder folder = OutFolder.open(target);
        folder.claim("plan-1");
        folder.update(bundle());
        Files.createDirectories(target.resolve("data"));
        Files.createDirectories(target.resolve("app/__pycache__"));
        Files.writeString(target.resolve("data/program.db"), "rows");
        Files.writeString(target.resolve("app/__pycache__/main.pyc"), "bytes");
        commit("two.txt", "2");

        // When
        OutFolder.open(target).update(bundle());

        // Then
        assertThat(OutFolder.files(target)).containsExactly("one.txt", "two.txt");
    }

    @Test
    void shouldLeaveAForeignFolderAlone() throws IOException {
        // Given
        Files.createDirectory(target);
        Files.writeString(target.resolve("thesis.txt"), "mine");

        // Then
        assertThatThrownBy(() -> OutFolder.open(target)).hasMessageContaining("left alone");
        assertThat(target.resolve(".git")).doesNotExist();
    }

    @Test
    void shouldLeaveAChangedFolderAlone() throws IOException {
        // Given
        OutFolder folder = OutFolder.open(target);
        folder.claim("plan-1");
        folder.update(bundle());

        // When
        Files.writeString(target.resolve("one.txt"), "changed");
        commit("two.txt", "2");

        // Then
        assertThatThrownBy(() -> OutFolder.open(target)).hasMessageContaining("changes of its own");
        assertThatThrownBy(() -> folder.update(bundle())).hasMessageContaining("changes of its own");
        assertThat(target.resolve("one.txt")).hasContent("changed");
        assertThat(target.resolve("two.txt")).doesNotExist();
    }

    @Test
    void shouldLeaveAFolderWithOwnCommitsAlone() throws IOException {
        // Given
        OutFolder folder = OutFolder.open(target);
        folder.claim("plan-1");
        folder.update(bundle());
        Files.writeString(target.resolve("own.txt"), "own");
        commitIn(target);
        commit("two.txt", "2");

        // Then
        assertThatThrownBy(() -> folder.update(bundle())).hasMessageContaining("commits of its own");
        assertThat(target.resolve("two.txt")).doesNotExist();
    }

    @Test
    void shouldLeaveTheCloneOfAnotherPlanAlone() {
        // Given
        OutFolder.open(target).claim("plan-1");

        // Then
        assertThatThrownBy(() -> OutFolder.open(target).claim("plan-2")).hasMessageContaining("another plan (plan-1)");
    }

    @Test
    void shouldTakeNoEarlierCloneForANewPlan() {
        // Given
        OutFolder.open(target).claim("plan-1");

        // Then
        assertThatThrownBy(() -> OutFolder.openNew(target))
                .hasMessageContaining("holds the program of an earlier build, it is left alone")
                .hasMessageContaining("./masterplan resume RUN --out " + target);
    }

    @Test
    void shouldTakeAClaimBackThatNothingCameOf() throws IOException {
        // Given
        OutFolder missing = OutFolder.openNew(target);
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        OutFolder present = OutFolder.openNew(empty);
        missing.claim("plan-1");
        present.claim("plan-1");

        // When
        missing.release();
        present.release();

        // Then
        assertThat(target).doesNotExist();
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void shouldTakeNoClaimAfterItWasReleased() {
        // Given
        OutFolder folder = OutFolder.openNew(target);

        // When
        folder.release();

        // Then
        assertThatThrownBy(() -> folder.claim("plan-1")).isInstanceOf(OutException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void shouldKeepAClaimThatHoldsACommit() {
        // Given
        OutFolder folder = OutFolder.openNew(target);
        folder.claim("plan-1");
        folder.update(bundle());

        // When
        folder.release();

        // Then
        assertThat(target.resolve("one.txt")).hasContent("1");
    }

    @Test
    void shouldLeaveNothingBehindWhereNoClaimFits() throws IOException {
        // Given
        Path disk = Files.createDirectory(target);
        try (SmallDisk small = SmallDisk.mount(disk, "64k")) {
            OutFolder folder = OutFolder.openNew(disk.resolve("out"));
            small.fill();

            // Then
            assertThatThrownBy(() -> folder.claim("plan-1")).isInstanceOf(OutException.class);
            assertThat(disk.resolve("out")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldBeAsBeforeWhenAWaveDoesNotFit(boolean unborn) throws IOException {
        // Given
        try (SmallDisk small = SmallDisk.mount(Files.createDirectory(target), "512k")) {
            OutFolder folder = OutFolder.openNew(small.folder().resolve("out"));
            folder.claim("plan-1");
            if (!unborn) {
                folder.update(bundle());
            }
            commit("large.txt", "x".repeat(600_000));
            commit("one.txt", "changed");

            // When
            assertThatThrownBy(() -> folder.update(bundle()))
                    .isInstanceOf(OutException.class)
                    .hasMessageNotContaining("commits of its own")
                    .hasMessageNotContaining("\n");

            // Then
            assertThat(OutFolder.files(folder.path())).isEqualTo(unborn ? List.of() : List.of("one.txt"));
            assertThat(new Git(folder.path()).must("status", "--porcelain")).isEmpty();
        }
    }

    @Test
    void shouldNotTakeAFolderOfACloneForTheClone() throws IOException {
        // Given
        Path part = Files.createDirectories(workspace.resolve("app"));
        commit("one.txt", "one");

        // When
        String whole = OutFolder.runOf(workspace);
        assertThatThrownBy(() -> OutFolder.runOf(part))

                // Then
                .isInstanceOf(OutException.class)
                .hasMessage(part + " is a part of " + workspace.toRealPath() + ": name that folder");
        assertThat(whole).isEqualTo("run-7");
    }

    private void commit(String name, String content) throws IOException {
        Files.writeString(workspace.resolve(name), content);
        commitIn(workspace);
    }

    private static void commitIn(Path folder) {
        Git git = new Git(folder);
        git.must("add", ".");
        git.must(
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@localhost",
                "commit",
                "--quiet",
                "-m",
                "wave 1\n\nRun-Id: run-7");
    }

    private Path bundle() {
        Path bundle = temporary.resolve("x.bundle");
        new Git(workspace).must("bundle", "create", "--quiet", bundle.toString(), "main");
        return bundle;
    }
}
