package dev.masterplan.execution.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
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
    private static final Duration LOCKED_AT_MOST = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
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
     * Keeps a commit that no branch points at yet; the same tree, message, time and parent give the same id.
     *
     * @param parent null for the first
     */
    public String write(Collection<FileVersion> files, String message, Instant time, String parent) {
        writer.lock();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            CommitBuilder builder = new CommitBuilder();
            PersonIdent author = new PersonIdent(AUTHOR, EMAIL, time, ZoneOffset.UTC);
            builder.setTreeId(tree(files, inserter));
            if (parent != null) {
                builder.setParentId(ObjectId.fromString(parent));
            }
            builder.setAuthor(author);
            builder.setCommitter(author);
            builder.setMessage(message);
            ObjectId commit = inserter.insert(builder);
            inserter.flush();
            return commit.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.unlock();
        }
    }

    public boolean has(String commit) {
        try {
            return repository.getObjectDatabase().has(ObjectId.fromString(commit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code main} is that commit now, wherever it was: the rows are true. */
    public void point(String commit) {
        writer.lock();
        try {
            ObjectId wanted = ObjectId.fromString(commit);
            if (!wanted.equals(repository.resolve(MAIN))) {
                move(wanted);
            }
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

    private static ObjectId tree(Collection<FileVersion> files, ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (FileVersion file : files) {
            DirCacheEntry entry = new DirCacheEntry(file.path());
            entry.setFileMode(file.executable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.content()));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }

    /** A lock that stays is a dead process': a branch is moved in milliseconds, and this process has one writer. */
    private void move(ObjectId to) throws IOException {
        Path lock = repository.getDirectory().toPath().resolve(MAIN + ".lock");
        long end = System.nanoTime() + LOCKED_AT_MOST.toNanos();
        RefUpdate.Result result = moved(to);
        while (result == RefUpdate.Result.LOCK_FAILURE && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            result = moved(to);
        }
        if (result == RefUpdate.Result.LOCK_FAILURE) {
            Files.deleteIfExists(lock);
            result = moved(to);
        }
        switch (result) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {}
            default -> throw new IOException("the branch can't be moved: " + result);
        }
    }

    private RefUpdate.Result moved(ObjectId to) throws IOException {
        ObjectId from = repository.resolve(MAIN);
        RefUpdate update = repository.updateRef(MAIN);
        update.setExpectedOldObjectId(from == null ? ObjectId.zeroId() : from);
        update.setNewObjectId(to);
        update.setForceUpdate(true);
        update.disableRefLog();
        return update.update();
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
