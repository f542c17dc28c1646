package dev.masterplan.local.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String THEIRS = "refs/remotes/masterplan/main";

    private final Path path;
    private final Git git;
    private Claim claimed;
    private boolean released;

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

    /** For a plan that is yet to be made. @throws OutException when anything is in it, an earlier clone too */
    public static OutFolder openNew(Path path) {
        OutFolder folder = open(path);
        if (!folder.emptyOrMissing()) {
            throw new OutException(path + " holds the program of an earlier build, it is left alone: choose another"
                    + " folder with --out, or go on with that build: ./masterplan resume RUN --out " + path);
        }
        Path existing = folder.path;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new OutException(path + " can't be made: " + existing + " can't be written");
        }
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

    /** Claims the folder for a plan. @throws OutException when it is the clone of another, or can't be written */
    public synchronized void claim(String masterplanId) {
        if (released) {
            throw new OutException(path + " is not needed any more");
        }
        if (emptyOrMissing()) {
            claimed = new Claim(path, git);
            claimed.make(masterplanId, PLAN_FILE, "/" + KEPT + "/\n" + LEFT_BY_RUNNING);
            return;
        }
        String kept = planOf();
        if (!kept.equals(masterplanId)) {
            throw new OutException(path + " is the clone of another plan (" + kept
                    + "), it is left alone: choose another folder with --out");
        }
    }

    private String planOf() {
        try {
            return Files.readString(path.resolve(PLAN_FILE)).strip();
        } catch (IOException e) {
            throw new OutException(path + " can't be read: " + e.getMessage());
        }
    }

    /**
     * Takes a claim back that nothing came of, and takes no other after it; does nothing to a folder that was claimed
     * earlier or holds a commit. Safe for the thread that builds and the one that interrupts it.
     */
    public synchronized void release() {
        released = true;
        if (claimed != null && commits() == 0) {
            claimed.takeBack();
            claimed = null;
        }
    }

    /**
     * Fast-forwards to the bundle's main, as a whole or not at all.
     *
     * @throws OutException when the folder went another way, or has no room
     */
    public void update(Path bundle) {
        git.must("fetch", "--quiet", bundle.toString(), "+main:" + THEIRS);
        refuseChanges();
        Git.Answer answer = git.ask("merge", "--ff-only", "--quiet", THEIRS);
        if (answer.passed()) {
            return;
        }
        if (commits() > 0
                && !git.ask("merge-base", "--is-ancestor", "HEAD", THEIRS).passed()) {
            throw new OutException(path + " has commits of its own, it is left alone: the run's files are in its branch"
                    + " masterplan/main");
        }
        takeBackHalfAMerge();
        throw new OutException("git merge in " + path + ": " + answer.reason());
    }

    /** The folder was clean before, so what the merge has and the branch has not was written by the merge. */
    private void takeBackHalfAMerge() {
        boolean unborn = commits() == 0;
        List<String> before = unborn ? List.of() : names("ls-tree", "-r", "-z", "--name-only", "HEAD");
        names("ls-tree", "-r", "-z", "--name-only", THEIRS).stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> path.resolve(name).toFile().delete());
        git.ask(unborn ? new String[] {"read-tree", "--empty"} : new String[] {"reset", "--hard", "--quiet", "HEAD"});
    }

    private List<String> names(String... words) {
        return Arrays.stream(git.must(words).split("\0"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Where a bundle waits for {@link #update}: outside of git, and the next takes its place. */
    public Path bundle() {
        return path.resolve(KEPT).resolve("bundle");
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
        refuseAPart(folder);
        Git.Answer answer = new Git(folder.toAbsolutePath())
                .ask("log", "--format=%(trailers:key=Run-Id,valueonly)", "--max-count=50");
        return answer.output()
                .lines()
                .map(String::strip)
                .filter(line -> answer.passed() && !line.isEmpty())
                .findFirst()
                .orElseThrow(() -> new OutException(folder + " is not the clone of a run: no commit with a Run-Id"));
    }

    /** Git would answer for the whole, of which this is a folder only. */
    private static void refuseAPart(Path folder) {
        Git git = new Git(folder.toAbsolutePath());
        Git.Answer inside = git.ask("rev-parse", "--show-prefix");
        if (inside.passed() && !inside.output().isEmpty()) {
            throw new OutException(
                    folder + " is a part of " + git.must("rev-parse", "--show-toplevel") + ": name that folder");
        }
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
