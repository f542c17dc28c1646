package dev.masterplan.execution.sandbox;

/** Runs a command on a read-only folder, apart from the host; what is not available executes nothing. */
public sealed interface Sandbox permits Bubblewrap, NoSandbox, ProbedSandbox {

    /** {@code bubblewrap} or {@code none}. */
    String name();

    /** Version of the tool, or why there is none. */
    String version();

    /** False: {@link #run} refuses and {@link #version} says why. */
    boolean available();

    /**
     * Runs to the end or to a limit; nothing that it started is alive afterwards.
     *
     * @throws SandboxMissingException when not {@link #available}
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted
     */
    SandboxResult run(SandboxSpec spec);

    /**
     * A private folder that sandboxed commands can read; close it after use.
     *
     * @throws SandboxMissingException when not {@link #available}
     */
    SandboxFolder folder();
}
