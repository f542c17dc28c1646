package dev.masterplan.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that outlived its parent: killing our process leaves PostgreSQL running on the data folder, and a second
 * server on it would refuse to start. The caller holds the folder's {@link FolderLock}, so nobody uses the old one.
 */
final class StalePostmaster {

    private static final int STOP_SECONDS = 30;

    private StalePostmaster() {}

    static void stop(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (!lines.isEmpty()) {
                ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
                        .filter(process -> serves(process, data))
                        .ifPresent(StalePostmaster::stop);
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException e) {
            throw new BackingException(pidFile + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The pid may have gone to another program since. */
    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                        .commandLine()
                        .filter(line -> line.contains(data.toString()))
                        .isPresent()
                || process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(data.toString()))
                        .isPresent();
    }

    private static void stop(ProcessHandle postmaster) {
        try {
            // SIGINT is PostgreSQL's "fast shutdown"; Java itself can only send SIGTERM, which waits for all clients.
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            postmaster.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("interrupted while the old PostgreSQL stops", e);
        } catch (IOException | TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new BackingException("the old PostgreSQL (pid " + postmaster.pid() + ") does not stop", e);
        }
    }
}
