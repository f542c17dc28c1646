package dev.masterplan.execution.sandbox;

import dev.masterplan.execution.MachinePaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Chooses the sandbox of this machine by trying it with the very flags it will run with. */
public final class Sandboxes {

    private static final Logger LOG = Logger.getLogger(Sandboxes.class);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/bin/bwrap"), Path.of("/usr/local/bin/bwrap"), Path.of("/bin/bwrap"));

    private Sandboxes() {}

    /** Never throws: what does not work is a {@link NoSandbox} that says why. */
    public static Sandbox probe(SandboxSettings settings) {
        Optional<Path> tool = settings.bubblewrap() == null
                ? PLACES.stream().filter(Files::isExecutable).findFirst()
                : Optional.of(settings.bubblewrap()).filter(Files::isExecutable);
        if (tool.isEmpty()) {
            return new NoSandbox("bubblewrap is not installed");
        }
        try {
            prepare(settings);
            Bubblewrap candidate = new Bubblewrap(settings, tool.get(), version(tool.get()));
            String trouble = tryOut(candidate);
            return trouble.isEmpty() ? candidate : none(trouble);
        } catch (IOException | RuntimeException e) {
            return none(e.getMessage());
        }
    }

    /** Which file it is about is for the log: the reason is read by people who do not sit at this machine. */
    private static NoSandbox none(String trouble) {
        LOG.warnf("bubblewrap does not work here: %s", trouble);
        return new NoSandbox("bubblewrap does not work here: " + MachinePaths.hiddenIn(trouble));
    }

    private static String tryOut(Sandbox sandbox) {
        try (SandboxFolder folder = sandbox.folder()) {
            folder.write(Map.of("probe/probe.txt", "inside".getBytes(StandardCharsets.UTF_8)));
            SandboxResult result = sandbox.run(new SandboxSpec(
                    List.of("/usr/bin/cp", "probe/probe.txt", "/out/probe.txt"),
                    folder.workspace(),
                    folder.out(),
                    Map.of(),
                    PROBE_LIMIT,
                    SandboxLimits.small(),
                    4_000));
            boolean works = result.ended()
                    && result.exit() == 0
                    && Files.exists(folder.out().resolve("probe.txt"));
            return works
                    ? ""
                    : "the probe ended with " + result.exit() + " "
                            + result.stderrText().strip();
        }
    }

    /** Lays the base folder and the sandbox's own /etc; another account's folder of that name is refused. */
    private static void prepare(SandboxSettings settings) throws IOException {
        Path base = settings.base();
        if (!Files.exists(base, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(base);
        }
        requireOwnFolder(base);
        Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx--x--x"));
        removeAbandoned(base);
        int uid = Account.isRoot() ? settings.uid() : Account.uid();
        int gid = Account.isRoot() ? settings.gid() : (int) Files.getAttribute(base, "unix:gid");
        Path etc = base.resolve("etc");
        Files.createDirectories(etc);
        Files.setPosixFilePermissions(etc, PosixFilePermissions.fromString("rwxr-xr-x"));
        SeccompFilter.of(System.getProperty("os.arch")).ifPresent(filter -> write(filter(settings), filter));
        write(etc.resolve("hosts"), ("127.0.0.1 localhost sandbox\n::1 localhost\n").getBytes(StandardCharsets.UTF_8));
        write(
                etc.resolve("passwd"),
                ("sandbox:x:%d:%d:sandbox:/tmp:/usr/sbin/nologin\n".formatted(uid, gid))
                        .getBytes(StandardCharsets.UTF_8));
        write(etc.resolve("group"), ("sandbox:x:%d:\n".formatted(gid)).getBytes(StandardCharsets.UTF_8));
        write(
                etc.resolve("nsswitch.conf"),
                ("passwd: files\ngroup: files\nhosts: files\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void requireOwnFolder(Path base) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(base, LinkOption.NOFOLLOW_LINKS);
        boolean own = Files.isDirectory(base, LinkOption.NOFOLLOW_LINKS)
                && (int) Files.getAttribute(base, "unix:uid", LinkOption.NOFOLLOW_LINKS) == Account.uid()
                && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
        if (!own) {
            throw new IOException(base + " belongs to somebody else or can be written by others");
        }
    }

    /** Folders of runs whose service was killed; one of today may belong to a service that is alive. */
    private static void removeAbandoned(Path base) throws IOException {
        FileTime yesterday = FileTime.from(Instant.now().minus(ABANDONED_AFTER));
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(base, SandboxFolder.PREFIX + "*")) {
            for (Path run : runs) {
                if (Files.getLastModifiedTime(run).compareTo(yesterday) < 0) {
                    SandboxFolder.remove(run);
                }
            }
        }
    }

    static Path filter(SandboxSettings settings) {
        return settings.base().resolve("seccomp.bpf");
    }

    /** In one step: a sandbox that starts meanwhile sees the old file or the new one. */
    private static void write(Path file, byte[] content) {
        try {
            Path fresh = Files.createTempFile(file.getParent(), ".new-", "");
            Files.write(fresh, content);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(Path tool) throws IOException {
        Process process = new ProcessBuilder(tool.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readNBytes(200), StandardCharsets.UTF_8).strip();
        try {
            process.waitFor(PROBE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text.replaceFirst("^bubblewrap ", "");
    }
}
