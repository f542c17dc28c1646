package dev.masterplan.execution.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Linux namespaces through bubblewrap, with the flags of {@code sandbox/bubblewrap.args}. Made by {@link Sandboxes}. */
public final class Bubblewrap implements Sandbox {

    private static final long DRAIN_MILLIS = 5_000;
    private static final int KILLED = -1;

    private final SandboxSettings settings;
    private final Path tool;
    private final String version;
    private final Path filter;
    private final BubblewrapArgs args = BubblewrapArgs.load();
    private final Launcher launcher = new Launcher();
    private final Watchdog watchdog;

    Bubblewrap(SandboxSettings settings, Path tool, String version) {
        this.settings = settings;
        this.tool = tool;
        this.version = version;
        this.filter = Sandboxes.filter(settings);
        this.watchdog = new Watchdog(settings.watchEvery());
    }

    @Override
    public String name() {
        return "bubblewrap";
    }

    @Override
    public String version() {
        return version;
    }

    /** It was tried when it was chosen; since then somebody may have removed it. */
    @Override
    public boolean available() {
        return Files.isExecutable(tool);
    }

    @Override
    public SandboxFolder folder() {
        return SandboxFolder.create(settings);
    }

    @Override
    public SandboxResult run(SandboxSpec spec) {
        long started = System.nanoTime();
        Process process = launcher.start(builder(spec));
        Watchdog.Watched watched = watchdog.watch(process.pid(), spec.limits(), spec.out());
        var stdout = new BoundedOutput(process.getInputStream(), spec.maxOutputBytes(), "sandbox-stdout");
        var stderr = new BoundedOutput(process.getErrorStream(), spec.maxOutputBytes(), "sandbox-stderr");
        try {
            give(process, spec.stdin());
            boolean ended = process.waitFor(spec.wallLimit().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                Watchdog.killTree(process.pid());
                process.waitFor();
            }
            stdout.finish(DRAIN_MILLIS);
            stderr.finish(DRAIN_MILLIS);
            boolean killed = !ended || watched.killedForMemory() || watched.killedForDisk();
            return new SandboxResult(
                    killed ? KILLED : process.exitValue(),
                    stdout.bytes(),
                    stderr.bytes(),
                    !ended,
                    stdout.truncated() || stderr.truncated(),
                    watched.killedForMemory(),
                    watched.killedForDisk(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        } catch (InterruptedException e) {
            Watchdog.killTree(process.pid());
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            watchdog.forget(watched);
        }
    }

    private static void give(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The command ended without reading: its result says so.
        }
    }

    private ProcessBuilder builder(SandboxSpec spec) {
        ProcessBuilder builder =
                new ProcessBuilder(commandLine(spec)).directory(Path.of("/").toFile());
        if (spec.stdin().isEmpty()) {
            builder.redirectInput(Path.of("/dev/null").toFile());
        }
        builder.environment().clear();
        return builder;
    }

    List<String> commandLine(SandboxSpec spec) {
        Map<String, String> values = new TreeMap<>();
        values.put("uid", Integer.toString(settings.uid()));
        values.put("gid", Integer.toString(settings.gid()));
        values.put("bwrap", tool.toString());
        values.put("etc", settings.base().resolve("etc").toString());
        values.put("filter", filter.toString());
        values.put("workspace", spec.workspace().toString());
        values.put("out", String.valueOf(spec.out()));
        values.put("tmp_bytes", Long.toString(spec.limits().tmpBytes()));
        values.put("processes", Integer.toString(spec.limits().processes()));
        values.put("file_bytes", Long.toString(spec.limits().fileBytes()));
        values.put("memory_bytes", Long.toString(spec.limits().memoryBytes()));
        values.put("cpu_seconds", Long.toString(spec.limits().cpu().toSeconds()));
        values.put("open_files", Integer.toString(spec.limits().openFiles()));
        return args.fill(
                conditions(spec), values, Map.of("{env}", environment(spec.env()), "{command}", spec.command()));
    }

    private Set<String> conditions(SandboxSpec spec) {
        Set<String> conditions = new HashSet<>();
        if (Account.isRoot()) {
            conditions.add("root");
        }
        if (Files.exists(filter)) {
            conditions.add("seccomp");
        }
        if (spec.out() != null) {
            conditions.add("out");
        }
        return conditions;
    }

    private static List<String> environment(Map<String, String> env) {
        Map<String, String> all =
                new TreeMap<>(Map.of("PATH", "/usr/bin:/bin", "HOME", "/tmp", "TMPDIR", "/tmp", "LANG", "C.UTF-8"));
        all.putAll(env);
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> arguments.addAll(List.of("--setenv", name, value)));
        return arguments;
    }
}
