package dev.masterplan.execution.sandbox;

import java.time.Duration;

/**
 * What a sandboxed command may use.
 *
 * @param memoryBytes data of each process, and resident memory of the whole tree
 * @param processes   processes and threads of the tree
 * @param fileBytes   largest file
 * @param tmpBytes    size of {@code /tmp}, in memory
 * @param outBytes    sum of all files under {@code /out}
 * @param cpu         processor time of each process
 */
public record SandboxLimits(
        long memoryBytes, int processes, long fileBytes, long tmpBytes, long outBytes, Duration cpu, int openFiles) {

    private static final long MIB = 1024L * 1024;

    /** Enough to compile and test one file. */
    public static SandboxLimits small() {
        return new SandboxLimits(512 * MIB, 64, 16 * MIB, 64 * MIB, 16 * MIB, Duration.ofSeconds(30), 256);
    }

    /** Enough for an acceptance run: a few programs with their databases. */
    public static SandboxLimits large() {
        return new SandboxLimits(1024 * MIB, 128, 64 * MIB, 256 * MIB, 64 * MIB, Duration.ofSeconds(120), 256);
    }
}
