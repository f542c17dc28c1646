package dev.masterplan.local.stack;

import java.nio.file.Path;
import java.util.Optional;

/** PostgreSQL's own process on a data folder; nothing can go on without it. */
final class Postmaster {

    private static final int STOP_TICKS = 100;

    private final ProcessHandle process;

    private Postmaster(ProcessHandle process) {
        this.process = process;
    }

    /** The one that serves this folder; a file that a crash left may name any other program. */
    static Optional<Postmaster> of(DataFolder folder) {
        return folder.read("postgres/postmaster.pid")
                .flatMap(text -> text.lines().findFirst())
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> serves(process, folder.path().resolve("postgres")))
                .map(Postmaster::new);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(data.toString()))
                .isPresent();
    }

    /** Calls {@code then} once the process is gone, on a thread of its own. */
    void whenGone(Runnable then) {
        Thread.ofVirtual().name("watch postgres").start(() -> {
            while (process.isAlive()) {
                Health.pause();
            }
            then.run();
        });
    }

    /** Ends it when nobody else did; its clients have to be gone. */
    void end() {
        process.destroy();
        for (int waited = 0; process.isAlive() && waited < STOP_TICKS; waited++) {
            Health.pause();
        }
        process.destroyForcibly();
    }

    static Path log(DataFolder folder) {
        return folder.path().resolve("postgres.log");
    }
}
