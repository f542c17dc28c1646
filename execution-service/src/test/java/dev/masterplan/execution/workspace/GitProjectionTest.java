package dev.masterplan.execution.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitProjectionTest {

    private static final Instant TIME = Instant.parse("2026-11-22T20:00:00Z");

    @TempDir
    Path folder;

    @Test
    void shouldMakeCommitsThatGitReads() throws Exception {
        // Given
        try (GitProjection git = GitProjection.open(folder.resolve("repo.git"))) {
            // When
            String first = write(git, wave(0, file("acceptance/run", "#!/usr/bin/python3\n")), null);
            WaveCommit more = wave(1, file("acceptance/run", "#!/usr/bin/python3\n"), file("app/ä b.py", "x = 1\n"));
            git.point(write(git, more, first));
        }
        // Then
        assertThat(git("fsck", "--strict", "--full")).doesNotContain("error", "missing");
        assertThat(git("log", "--format=%an <%ae> %aI %s|%(trailers:key=Wave,valueonly)", "main"))
                .contains("MasterPlan <masterplan@localhost> 2026-11-22T20:00:00+00:00 Wave 1|1");
        assertThat(git("log", "-1", "--format=%(trailers:key=Atom-Id,valueonly)%(trailers:key=Run-Id,valueonly)"))
                .contains("atom-a", "atom-b", "run-1");
        assertThat(git("-c", "core.quotePath=false", "ls-tree", "-r", "main"))
                .contains("100755 blob", "acceptance/run", "100644 blob", "app/ä b.py");
        assertThat(git("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main\n");
    }

    @Test
    void shouldMakeTheSameCommitAgainAndShowOnlyWhatItIsPointedAt() {
        try (GitProjection git = GitProjection.open(folder.resolve("repo.git"))) {
            // Given
            String first = write(git, wave(1, file("a.py", "1")), null);
            String second = write(git, wave(2, file("a.py", "2")), first);
            List<CommitEntry> before = git.log();
            // When
            git.point(second);
            String again = write(git, wave(1, file("a.py", "1")), null);
            // Then
            assertThat(before).isEmpty();
            assertThat(again).isEqualTo(first);
            assertThat(git.log()).extracting(CommitEntry::commit).containsExactly(second, first);
            assertThat(git.log()).extracting(CommitEntry::wave).containsExactly(2, 1);
        }
    }

    @Test
    void shouldMakeTheSameIdsFromTheSameRows() {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("one.git", "two.git")) {
            try (GitProjection git = GitProjection.open(folder.resolve(name))) {
                ids.add(write(git, wave(1, file("b.py", "2"), file("a.py", "1")), null));
            }
        }
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void shouldMoveTheBranchWhenAProcessThatWasKilledLeftItLocked() throws Exception {
        try (GitProjection git = GitProjection.open(folder.resolve("repo.git"))) {
            // Given
            git.point(write(git, wave(1, file("a.py", "1")), null));
            String second =
                    write(git, wave(2, file("a.py", "2")), git.log().getFirst().commit());
            Files.createFile(folder.resolve("repo.git/refs/heads/main.lock"));
            // When
            git.point(second);
            // Then
            assertThat(git.log().getFirst().commit()).isEqualTo(second);
            assertThat(folder.resolve("repo.git/refs/heads/main.lock")).doesNotExist();
        }
    }

    @Test
    void shouldKeepEveryCommitOfConcurrentWriters() throws Exception {
        // Given
        Set<String> commits = new HashSet<>();
        List<Callable<String>> writers = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            int number = i;
            writers.add(() -> {
                try (GitProjection git = GitProjection.open(folder.resolve("repo.git"))) {
                    String commit = write(git, wave(number, file("a.py", "v" + number)), null);
                    git.point(commit);
                    return commit;
                }
            });
        }
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(writers)) {
                commits.add(done.get());
            }
        }
        // Then
        try (GitProjection git = GitProjection.open(folder.resolve("repo.git"))) {
            assertThat(commits).hasSize(20).allMatch(git::has);
            assertThat(git.log()).hasSize(1);
        }
        assertThat(git("fsck", "--full")).doesNotContain("error");
    }

    @Test
    void shouldGiveABundleThatCanBeCloned() throws Exception {
        // Given
        try (GitProjection git = GitProjection.open(folder.resolve("repo.git"))) {
            assertThatThrownBy(git::bundle).isInstanceOf(IllegalStateException.class);
            git.point(write(git, wave(1, file("acceptance/run", "run"), file("a.py", "print(1)\n")), null));
            Files.write(folder.resolve("x.bundle"), git.bundle());
        }
        // When
        run(
                "git",
                "clone",
                "-q",
                folder.resolve("x.bundle").toString(),
                folder.resolve("clone").toString());
        // Then
        assertThat(folder.resolve("clone/a.py")).hasContent("print(1)\n");
        assertThat(folder.resolve("clone/acceptance/run")).isExecutable();
    }

    private static String write(GitProjection git, WaveCommit wave, String parent) {
        return git.write(wave.files(), wave.message(), wave.time(), parent);
    }

    private static WaveCommit wave(int number, FileVersion... files) {
        return new WaveCommit(
                List.of(files),
                "Wave " + number,
                number,
                1,
                TIME,
                "run-1",
                List.of("atom-a", "atom-b"),
                List.of("7 Loan\nForged: yes"),
                "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    private static FileVersion file(String path, String text) {
        return FileVersion.of(path, 1, text.getBytes(StandardCharsets.UTF_8), 1);
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "--git-dir", folder.resolve("repo.git").toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
