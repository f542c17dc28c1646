package dev.masterplan.execution.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at all running trees at a fixed pace and kills the one that holds too much memory or disk. */
final class Watchdog {

    private static final Logger LOG = Logger.getLogger(Watchdog.class);
    private static final long FILE_LIMIT = 20_000;

    private final Map<Long, Watched> running = new ConcurrentHashMap<>();

    Watchdog(Duration every) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sandbox-watchdog").factory());
        timer.scheduleWithFixedDelay(this::watch, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is known of one running tree. */
    static final class Watched {
        private final long root;
        private final SandboxLimits limits;
        private final Path out;
        private volatile boolean memory;
        private volatile boolean disk;

        private Watched(long root, SandboxLimits limits, Path out) {
            this.root = root;
            this.limits = limits;
            this.out = out;
        }

        boolean killedForMemory() {
            return memory;
        }

        boolean killedForDisk() {
            return disk;
        }
    }

    Watched watch(long root, SandboxLimits limits, Path out) {
        Watched watched = new Watched(root, limits, out);
        running.put(root, watched);
        return watched;
    }

    void forget(Watched watched) {
        running.remove(watched.root);
    }

    /** Kills the process and all its descendants; the end of the first ends its process namespace too. */
    static void killTree(long root) {
        var tree = ProcessTree.look().of(root);
        for (long pid : tree) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** A look that fails must not be the last one: a timer whose task throws never runs it again. */
    private void watch() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.errorf(e, "running commands could not be looked at, tried again: commands=%d", running.size());
        }
    }

    private void look() {
        if (running.isEmpty()) {
            return;
        }
        ProcessTree tree = ProcessTree.look();
        for (Watched watched : running.values()) {
            watched.memory |= tree.residentBytes(watched.root) > watched.limits.memoryBytes();
            watched.disk |= watched.out != null && exceeds(watched.out, watched.limits.outBytes());
            if (watched.memory || watched.disk) {
                killTree(watched.root);
            }
        }
    }

    private static boolean exceeds(Path folder, long limit) {
        Size size = new Size(limit);
        try {
            Files.walkFileTree(folder, size);
        } catch (IOException e) {
            return false; // files come and go while the command runs; the next look sees the rest
        }
        return size.exceeded();
    }

    private static final class Size extends SimpleFileVisitor<Path> {
        private final long limit;
        private long bytes;
        private long files;

        private Size(long limit) {
            this.limit = limit;
        }

        private boolean exceeded() {
            return bytes > limit || files > FILE_LIMIT;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            files++;
            return exceeded() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.size();
            files++;
            return exceeded() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
