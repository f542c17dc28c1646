package dev.masterplan.execution.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One command to run apart from the host.
 *
 * @param command        argument list; the first is an absolute path under {@code /usr}
 * @param workspace      seen read-only as {@code /workspace}, the working folder
 * @param out            seen writable as {@code /out}; null = none
 * @param env            the whole environment, besides PATH, HOME, TMPDIR and LANG
 * @param wallLimit      after it the whole tree is killed
 * @param stdin          given to the command, at most a few kilobytes; nobody inside can read it again
 * @param maxOutputBytes kept of each of stdout and stderr; the rest is read and dropped
 */
public record SandboxSpec(
        List<String> command,
        Path workspace,
        Path out,
        Map<String, String> env,
        String stdin,
        Duration wallLimit,
        SandboxLimits limits,
        int maxOutputBytes) {

    public SandboxSpec {
        command = List.copyOf(command);
        env = Map.copyOf(env);
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(wallLimit, "wallLimit");
        Objects.requireNonNull(limits, "limits");
    }

    /** Without input. */
    public SandboxSpec(
            List<String> command,
            Path workspace,
            Path out,
            Map<String, String> env,
            Duration wallLimit,
            SandboxLimits limits,
            int maxOutputBytes) {
        this(command, workspace, out, env, "", wallLimit, limits, maxOutputBytes);
    }
}
