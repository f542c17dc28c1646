package dev.masterplan.execution.sandbox;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The sandbox of this machine. While there is none it is looked for again, so that what a person installs is found by a
 * service that runs; and it is tried again as soon as it could not start a command, so that what was taken away, or
 * forbidden, is not mistaken for a program that fails.
 */
public final class ProbedSandbox implements Sandbox {

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(500);

    /** Who stands first on the error output when the command itself was never started. */
    private static final Pattern STARTER = Pattern.compile("(bwrap|setpriv|\\S*/seccomp\\.bpf): ");

    private final Supplier<Sandbox> probe;
    private volatile Sandbox found;
    private long probedAt;

    /** Probes at once. @param probe never throws: what does not work is a {@link NoSandbox} */
    public ProbedSandbox(Supplier<Sandbox> probe) {
        this.probe = probe;
        look();
    }

    @Override
    public String name() {
        return found.name();
    }

    @Override
    public String version() {
        return found.version();
    }

    @Override
    public boolean available() {
        return found.available() || lookAgain();
    }

    @Override
    public SandboxResult run(SandboxSpec spec) {
        Sandbox used = found;
        SandboxResult result;
        try {
            result = used.run(spec);
        } catch (SandboxMissingException e) {
            requireAfterTrouble(used);
            throw e;
        }
        if (result.ended()
                && result.exit() != 0
                && STARTER.matcher(result.stderrText()).lookingAt()) {
            requireAfterTrouble(used);
        }
        return result;
    }

    @Override
    public SandboxFolder folder() {
        Sandbox used = found;
        try {
            return used.folder();
        } catch (UncheckedIOException e) {
            requireAfterTrouble(used);
            return found.folder();
        }
    }

    /** What was used may have stopped working, or what it needs was removed and is laid anew by the probe. */
    private synchronized void requireAfterTrouble(Sandbox used) {
        if (found == used) {
            look();
        }
        if (!found.available()) {
            throw new SandboxMissingException(found.version());
        }
    }

    private synchronized boolean lookAgain() {
        boolean due = System.nanoTime() - probedAt > BETWEEN_PROBES.toNanos();
        if (!found.available() && due) {
            look();
        }
        return found.available();
    }

    private synchronized void look() {
        found = probe.get();
        probedAt = System.nanoTime();
    }
}
