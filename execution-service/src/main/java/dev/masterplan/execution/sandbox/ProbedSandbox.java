package dev.masterplan.execution.sandbox;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The sandbox of this machine. While there is none it is looked for again, so that what a person installs is found by a
 * service that runs.
 */
public final class ProbedSandbox implements Sandbox {

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(500);

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
        return found.run(spec);
    }

    @Override
    public SandboxFolder folder() {
        return found.folder();
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
