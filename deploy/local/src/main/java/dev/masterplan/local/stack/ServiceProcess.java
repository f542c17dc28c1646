package dev.masterplan.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One service as a child process; its output goes to a file.
 *
 * <p>It ignores the terminal's Ctrl-C, so that the launcher can pause the run before it stops the services.
 */
final class ServiceProcess {

    private static final int STOP_SECONDS = 12;

    private final ServiceName name;
    private final Path log;
    private final Process process;

    private ServiceProcess(ServiceName name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** @param again after its death: what the dead one said stays in the log */
    static ServiceProcess start(ServiceName name, Path root, Path settings, Path logs, boolean again) {
        try {
            Path log = logs.resolve(name.word() + ".log");
            if (!again && Files.exists(log)) {
                Files.move(log, logs.resolve(name.word() + ".before.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            Process process = new ProcessBuilder(command(name, root, settings))
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            return new ServiceProcess(name, log, process);
        } catch (IOException e) {
            throw new StackException("the " + name.word() + " service can't be started: " + e.getMessage());
        }
    }

    private static List<String> command(ServiceName name, Path root, Path settings) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(
                "-Xmx" + name.heap(),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsmallrye.config.locations=" + settings.toUri(),
                "-jar",
                name.program(root).toString()));
        return words;
    }

    ServiceName name() {
        return name;
    }

    Process process() {
        return process;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** True once it said that it has its port: until then another program may be the one that answers there. */
    boolean listens() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("Listening on: "));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** What it said last, for a person to read. */
    List<String> lastLines() {
        return LastLines.of(log);
    }

    Path log() {
        return log;
    }

    void askToStop() {
        process.destroy();
    }

    /** Waits for its end, however long it takes. */
    void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its end, and makes one when it takes too long. */
    void awaitStop() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
