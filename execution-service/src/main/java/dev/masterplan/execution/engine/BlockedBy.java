package dev.masterplan.execution.engine;

import dev.masterplan.execution.MachinePaths;
import dev.masterplan.execution.attempt.AtomOutcome;
import dev.masterplan.execution.sandbox.SandboxMissingException;
import dev.masterplan.execution.workspace.HistoryLostException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Why a run is blocked; each names its cure, and the run resumes when the cure is seen. */
public enum BlockedBy {
    GATE("gate", "edit a file, retry an atom or the wave, correct the test, or cancel"),
    BUDGET("budget", "raise the limits"),
    FAILED_ATOMS("failed atoms", "edit the file, retry the atom, or cancel"),
    PROVIDER("provider", "resume when the provider answers again"),
    TESTS_NOT_WRITTEN("tests not written", "resume to try again, or cancel"),
    SANDBOX("sandbox or tool", "install bubblewrap, the run goes on by itself"),
    DISK("disk", "free disk space, the run goes on by itself"),
    HISTORY("history lost", "cancel, and approve the plan again; the files are still in the workspace"),
    FAULT(
            "fault",
            "resume to try again, or cancel; the log of execution-service has the fault under the run's trace id");

    private final String reason;
    private final String cure;

    BlockedBy(String reason, String cure) {
        this.reason = reason;
        this.cure = cure;
    }

    public static BlockedBy of(AtomOutcome.Hindrance hindrance) {
        return switch (hindrance) {
            case BUDGET -> BUDGET;
            case PROVIDER, ASKED -> PROVIDER;
        };
    }

    /** Which one a run's reason says; empty when it is not blocked. */
    public static Optional<BlockedBy> said(String reason) {
        return Arrays.stream(values())
                .filter(b -> reason != null && (reason.equals(b.reason) || reason.startsWith(b.reason + ": ")))
                .findFirst();
    }

    /** What the file system said, without the folders of this machine. */
    public static String disk(UncheckedIOException failure) {
        return words(failure);
    }

    /** What a failure says, for people who do not sit at this machine: no word of it is a path. */
    public static String words(RuntimeException failure) {
        boolean hidden = failure instanceof UncheckedIOException || failure instanceof CompletionException;
        Throwable cause = hidden && failure.getCause() != null ? failure.getCause() : failure;
        String said = cause instanceof FileSystemException broken ? broken.getReason() : cause.getMessage();
        String known = MachinePaths.hiddenIn(said);
        return known.isEmpty() ? cause.getClass().getSimpleName() : known;
    }

    /** What a step that fails again and again is blocked by. */
    public static String ofFault(RuntimeException fault) {
        return switch (fault) {
            case SandboxMissingException missing -> SANDBOX.reason(words(missing));
            case UncheckedIOException disk -> DISK.reason(disk(disk));
            case HistoryLostException lost -> HISTORY.reason(lost.getMessage());
            default -> FAULT.reason(words(fault));
        };
    }

    /** @param detail what exactly, null when there is nothing to add */
    public String reason(String detail) {
        return detail == null ? reason : reason + ": " + detail;
    }

    public String cure() {
        return cure;
    }
}
