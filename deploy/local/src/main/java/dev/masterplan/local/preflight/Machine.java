package dev.masterplan.local.preflight;

import static dev.masterplan.local.preflight.Finding.Subject.DISK;
import static dev.masterplan.local.preflight.Finding.Subject.ENGINE;
import static dev.masterplan.local.preflight.Finding.Subject.GIT;
import static dev.masterplan.local.preflight.Finding.Subject.JDK;
import static dev.masterplan.local.preflight.Finding.Subject.KAFKA;
import static dev.masterplan.local.preflight.Finding.Subject.MAVEN;
import static dev.masterplan.local.preflight.Finding.Subject.NODE;
import static dev.masterplan.local.preflight.Finding.Subject.PORTS;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** This machine, looked at from all sides at once; changes nothing on it. */
public final class Machine {

    private static final int FIRST_PORT = 8080;
    private static final int PORTS_WANTED = 4;
    private static final long BYTES_NEEDED = 1L << 30;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

    private final Path root;
    private final Path data;

    /** @param root folder of the product; @param data folder where its data is kept, present or not */
    public Machine(Path root, Path data) {
        this.root = root;
        this.data = data;
    }

    /** What a run needs. */
    public List<Finding> examineForRun() {
        return together(List.of(
                () -> List.of(git()),
                this::examineSandbox,
                () -> List.of(ports()),
                () -> List.of(disk()),
                () -> List.of(engine())));
    }

    /** The sandbox, and the Python in it, by trying them. */
    public List<Finding> examineSandbox() {
        return new SandboxProbe(root).examine();
    }

    /** What a build of the product needs, beside the JDK that runs this. */
    public List<Finding> examineForBuild() {
        return together(List.of(() -> List.of(maven()), () -> List.of(node())));
    }

    /** All there is to say. */
    public List<Finding> examineEverything() {
        List<Finding> all = new ArrayList<>(List.of(jdk()));
        all.addAll(together(List.of(this::examineForBuild, this::examineForRun)));
        all.add(kafka());
        all.sort((a, b) -> a.subject().compareTo(b.subject()));
        return all;
    }

    private static Finding jdk() {
        return Finding.ok(JDK, Runtime.version() + " in " + System.getProperty("java.home"));
    }

    private static Finding maven() {
        String cure = "install Maven 3.8.7 or newer: apt-get install maven, brew install maven or sdk install maven";
        return Command.onPath("mvn")
                .flatMap(mvn -> Command.run(List.of(mvn.toString(), "-v", "-B")))
                .map(Command.Result::output)
                .map(text -> atLeast(text, 3, 8, 7)
                        ? Finding.ok(MAVEN, text.lines().findFirst().orElse("").replaceAll("\\e\\[[0-9;]*m", ""))
                        : Finding.fail(MAVEN, "Maven is older than 3.8.7", cure))
                .orElse(Finding.fail(MAVEN, "no Maven on the PATH", cure));
    }

    private static Finding git() {
        return Command.run(List.of("git", "--version"))
                .filter(Command.Result::passed)
                .map(result -> Finding.ok(GIT, result.firstLine()))
                .orElse(Finding.fail(
                        GIT, "no git on the PATH", "install git: apt-get install git or brew install git"));
    }

    private static Finding node() {
        String cure = "install Node 20.19 or newer from nodejs.org; until then the product is built without its pages";
        return Command.run(List.of("node", "--version"))
                .map(Command.Result::firstLine)
                .map(version -> atLeast(version, 20, 19, 0)
                        ? Finding.ok(NODE, "Node " + version)
                        : Finding.less(NODE, "Node " + version + " is older than 20.19", cure))
                .orElse(Finding.less(NODE, "no Node on the PATH", cure));
    }

    private static Finding ports() {
        List<Integer> taken = IntStream.range(FIRST_PORT, FIRST_PORT + PORTS_WANTED)
                .filter(port -> !free(port))
                .boxed()
                .toList();
        return taken.isEmpty()
                ? Finding.ok(PORTS, "8080 to 8083 are free")
                : Finding.less(PORTS, "taken: " + taken, "other free ports are used instead");
    }

    private Finding disk() {
        try {
            Path existing = data;
            while (!Files.exists(existing)) {
                existing = existing.getParent();
            }
            long bytes = Files.getFileStore(existing).getUsableSpace();
            String text = "%.1f GB free for %s".formatted(bytes / 1e9, data);
            if (!Files.isWritable(existing)) {
                return Finding.fail(DISK, existing + " can't be written", "choose another folder with --data DIR");
            }
            return bytes >= BYTES_NEEDED
                    ? Finding.ok(DISK, text)
                    : Finding.fail(DISK, text + ", 1 GB is needed", "free some space or choose another --data DIR");
        } catch (IOException e) {
            return Finding.fail(DISK, data + ": " + e.getMessage(), "choose another folder with --data DIR");
        }
    }

    private static Finding engine() {
        return Finding.ok(ENGINE, "blueprint (rules, no AI, $0)");
    }

    private static Finding kafka() {
        return Finding.ok(KAFKA, "loopback only; each service signs in and writes only its own topics");
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean atLeast(String text, int major, int minor, int patch) {
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.find()) {
            return false;
        }
        int[] wanted = {major, minor, patch};
        for (int i = 0; i < wanted.length; i++) {
            int part = matcher.group(i + 1) == null ? 0 : Integer.parseInt(matcher.group(i + 1));
            if (part != wanted[i]) {
                return part > wanted[i];
            }
        }
        return true;
    }

    private static List<Finding> together(List<Callable<List<Finding>>> looks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Finding> findings = new ArrayList<>();
            for (Future<List<Finding>> look : threads.invokeAll(looks)) {
                findings.addAll(look.get());
            }
            return findings;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
