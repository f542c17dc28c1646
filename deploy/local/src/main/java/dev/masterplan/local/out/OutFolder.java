package dev.masterplan.local.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder given with {@code --out}: missing, empty, or an earlier clone of the same plan. It only ever moves forward;
 * a folder with changes of its own is left alone.
 */
public final class OutFolder {

    private static final String KEPT = ".masterplan";
    private static final String LEFT_BY_RUNNING = "/data/\n__pycache__/\n";
    private static final String PLAN_FILE = KEPT + "/plan";

    private final Path path;
    private final Git git;

    private OutFolder(Path path) {
        this.path = path;
        this.git = new Git(path);
    }

    /** @throws OutException when something else is in it */
    public static OutFolder open(Path path) {
        OutFolder folder = new OutFolder(path.toAbsolutePath().normalize());
        folder.check();
        return folder;
    }

    private void check() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new OutException(path + " is not a folder, it is left alone");
        }
        if (!emptyOrMissing() && !Files.exists(path.resolve(PLAN_FILE))) {
            throw new OutException(path + " holds something else, it is left alone: choose an empty folder with --out");
        }
        if (!emptyOrMissing()) {
            refuseChanges();
        }
    }

    private void refuseChanges() {
        String changes = git.must("status", "--porcelain");
        if (!changes.isEmpty()) {
            throw new OutException(path + " has changes of its own, it is left alone: commit or remove them, or choose"
                    + " another folder with --out");
        }
    }

    private boolean emptyOrMissing() {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new OutException(path + " can't be read: " + e.getMessage());
        }
    }

    public Path path() {
        return path;
    }

    /** Claims the folder for a plan. @throws OutException when it is the clone of another */
    public void claim(String masterplanId) {
        try {
            if (emptyOrMissing()) {
                Files.createDirectories(path);
                git.must("init", "--quiet", "--initial-branch=main");
                Files.createDirectories(path.resolve(KEPT));
                Files.writeString(path.resolve(PLAN_FILE), masterplanId + "\n");
                Files.writeString(
                        path.resolve(".git/info/exclude"),
                        "/" + KEPT + "/\n" + LEFT_BY_RUNNING,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                return;
            }
            String kept = Files.readString(path.resolve(PLAN_FILE)).strip();
            if (!kept.equals(masterplanId)) {
                throw new OutException(path + " is the clone of another plan (" + kept
                        + "), it is left alone: choose another folder with --out");
            }
        } catch (IOException e) {
            throw new OutException(path + " can't be written: " + e.getMessage());
        }
    }

    /** Fast-forwards to the bundle's main. @throws OutException when the folder went another way */
    public void update(Path bundle) {
        git.must("fetch", "--quiet", bundle.toString(), "+main:refs/remotes/masterplan/main");
        refuseChanges();
        Git.Answer answer = git.ask("merge", "--ff-only", "--quiet", "refs/remotes/masterplan/main");
        if (!answer.passed()) {
            throw new OutException(path + " has commits of its own, it is left alone: the run's files are in its branch"
                    + " masterplan/main");
        }
    }

    /** Keeps a file beside the tree, outside of git. */
    public void keep(String name, String content) {
        try {
            Files.writeString(path.resolve(KEPT).resolve(name), content);
        } catch (IOException e) {
            throw new OutException(path + " can't be written: " + e.getMessage());
        }
    }

    /** Number of commits on its branch. */
    public int commits() {
        Git.Answer answer = git.ask("rev-list", "--count", "HEAD");
        return answer.passed() ? Integer.parseInt(answer.output()) : 0;
    }

    /** The run that wrote the folder: its newest commit says so. @throws OutException when none did */
    public static String runOf(Path folder) {
        Git.Answer answer = new Git(folder.toAbsolutePath())
                .ask("log", "--format=%(trailers:key=Run-Id,valueonly)", "--max-count=50");
        return answer.output()
                .lines()
                .map(String::strip)
                .filter(line -> answer.passed() && !line.isEmpty())
                .findFirst()
                .orElseThrow(() -> new OutException(folder + " is not the clone of a run: no commit with a Run-Id"));
    }

    /** Files of a clone as they are now: tracked and new ones, without those that git ignores. */
    public static List<String> files(Path folder) {
        String names =
                new Git(folder.toAbsolutePath()).must("ls-files", "-z", "--cached", "--others", "--exclude-standard");
        return Arrays.stream(names.split("\0"))
                .distinct()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .toList();
    }
}
