package dev.masterplan.local.stack;

import java.util.Optional;

/** Services that outlived a killed launcher; the caller holds the folder's lock, so nobody uses them. */
final class Orphans {

    private Orphans() {}

    static void stop(DataFolder folder) {
        Instance.left(folder)
                .ifPresent(left -> left.services().stream()
                        .map(ProcessHandle::of)
                        .flatMap(Optional::stream)
                        .filter(Orphans::isOurs)
                        .forEach(Orphans::end));
        Instance.remove(folder);
    }

    /** The number may belong to another program by now. */
    private static boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("quarkus-run.jar"))
                .isPresent();
    }

    private static void end(ProcessHandle orphan) {
        orphan.destroyForcibly();
        orphan.onExit().join();
    }
}
