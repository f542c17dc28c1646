package dev.masterplan.execution.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.util.SystemReader;

/**
 * The git history of a run: a bare repository with the one branch {@code main}, built from rows by plumbing. No hook,
 * filter or configuration of the host has a part in it; one writer at a time per repository.
 */
public final class GitProjection implements AutoCloseable {

    private static final String MAIN = "refs/heads/main";
    private static final String AUTHOR = "MasterPlan";
    private static final String EMAIL = "masterplan@localhost";
    private static final Map<Path, ReentrantLock> WRITERS = new ConcurrentHashMap<>();

    static {
        SystemReader.setInstance(new NoHostGitConfig(SystemReader.getInstance()));
    }

    private final Repository repository;
    private final ReentrantLock writer;

    private GitProjection(Repository repository, ReentrantLock writer) {
        this.repository = repository;
        this.writer = writer;
    }

    /** Opens the bare repository in that folder, or makes it. */
    public static GitProjection open(Path folder) {
        Path key = folder.toAbsolutePath().normalize();
        ReentrantLock writer = WRITERS.computeIfAbsent(key, any -> new ReentrantLock(true));
        writer.lock();
        try {
            Repository repository = new FileRepositoryBuilder()
                    .setBare()
                    .setGitDir(key.toFile())
                    .setMustExist(false)
                    .build();
            if (!Files.exists(key.resolve(Constants.HEAD))) {
                repository.create(true);
                repository.updateRef(Constants.HEAD).link(MAIN);
            }
            return new GitProjection(repository, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.unlock();
        }
    }

    /**
     * Adds the commit to {@code main}; one that is there already (same tree, message and time) is found again.
     *
     * @return the commit's id
     */
    public String commit(WaveCommit wave) {
        writer.lock();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId head = repository.resolve(MAIN);
            ObjectId tree = tree(wave, inserter);
            String known = find(head, tree, wave);
            if (known != null) {
                return known;
            }
            ObjectId commit = inserter.insert(builder(wave, tree, head));
            inserter.flush();
            move(head, commit);
            return commit.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.unlock();
        }
    }

    /** Newest first; empty before the first commit. */
    public List<CommitEntry> log() {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(MAIN);
            List<CommitEntry> entries = new ArrayList<>();
            if (head != null) {
                walk.markStart(walk.parseCommit(head));
                walk.forEach(commit -> entries.add(entry(commit)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All history as a git bundle that {@code git clone} takes.
     *
     * @throws IllegalStateException before the first commit
     */
    public byte[] bundle() {
        try {
            ObjectId head = repository.resolve(MAIN);
            if (head == null) {
                throw new IllegalStateException("nothing is committed yet");
            }
            BundleWriter bundle = new BundleWriter(repository);
            bundle.include(Constants.HEAD, head);
            bundle.include(MAIN, head);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bundle.writeBundle(NullProgressMonitor.INSTANCE, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    private static ObjectId tree(WaveCommit wave, ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (FileVersion file : wave.files()) {
            DirCacheEntry entry = new DirCacheEntry(file.path());
            entry.setFileMode(file.executable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.content()));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }

    private static CommitBuilder builder(WaveCommit wave, ObjectId tree, ObjectId head) {
        CommitBuilder builder = new CommitBuilder();
        PersonIdent author = new PersonIdent(AUTHOR, EMAIL, wave.time(), ZoneOffset.UTC);
        builder.setTreeId(tree);
        if (head != null) {
            builder.setParentId(head);
        }
        builder.setAuthor(author);
        builder.setCommitter(author);
        builder.setMessage(wave.message());
        return builder;
    }

    private String find(ObjectId head, ObjectId tree, WaveCommit wave) throws IOException {
        if (head == null) {
            return null;
        }
        try (RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit : walk) {
                boolean same = commit.getTree().equals(tree)
                        && commit.getFullMessage().equals(wave.message())
                        && commit.getCommitTime() == wave.time().getEpochSecond();
                if (same) {
                    return commit.name();
                }
            }
            return null;
        }
    }

    private void move(ObjectId from, ObjectId to) throws IOException {
        RefUpdate update = repository.updateRef(MAIN);
        update.setExpectedOldObjectId(from == null ? ObjectId.zeroId() : from);
        update.setNewObjectId(to);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new IllegalStateException("main was moved by somebody else: " + result);
        }
    }

    private static CommitEntry entry(RevCommit commit) {
        return new CommitEntry(
                commit.name(),
                commit.getFullMessage(),
                number(commit, "Wave"),
                number(commit, "Round"),
                Instant.ofEpochSecond(commit.getCommitTime()));
    }

    private static int number(RevCommit commit, String trailer) {
        List<String> values = commit.getFooterLines(trailer);
        return values.isEmpty() ? 0 : Integer.parseInt(values.getLast());
    }
}
