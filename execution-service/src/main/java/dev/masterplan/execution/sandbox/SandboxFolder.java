package dev.masterplan.execution.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * A private folder of one run: {@code workspace/} readable by the sandbox's account, {@code out/} owned by it.
 * Removed when closed, whatever was left in it.
 */
public final class SandboxFolder implements AutoCloseable {

    static final String PREFIX = "run-";

    private final Path root;
    private final Path workspace;
    private final Path out;

    private SandboxFolder(Path root) {
        this.root = root;
        this.workspace = root.resolve("workspace");
        this.out = root.resolve("out");
    }

    static SandboxFolder create(SandboxSettings settings) {
        try {
            SandboxFolder folder = new SandboxFolder(Files.createTempDirectory(settings.base(), PREFIX));
            permit(folder.root, "rwx--x--x");
            Files.createDirectory(folder.workspace);
            permit(folder.workspace, "rwxr-xr-x");
            Files.createDirectory(folder.out);
            permit(folder.out, "rwx------");
            if (Account.isRoot()) {
                Files.setAttribute(folder.out, "unix:gid", settings.gid());
                Files.setAttribute(folder.out, "unix:uid", settings.uid());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path workspace() {
        return workspace;
    }

    public Path out() {
        return out;
    }

    /** Writes all files; keys are relative paths with {@code /}. */
    public SandboxFolder write(Map<String, byte[]> files) {
        files.forEach(this::write);
        return this;
    }

    /**
     * Writes one file, readable by all.
     *
     * @throws IllegalArgumentException when the path leads out of the workspace
     */
    public void write(String relative, byte[] content) {
        Path target = workspace.resolve(relative).normalize();
        if (!target.startsWith(workspace) || target.equals(workspace)) {
            throw new IllegalArgumentException("path leads out of the workspace");
        }
        try {
            createFolders(target.getParent());
            Files.write(target, content);
            permit(target, "rw-r--r--");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        remove(root);
    }

    static void remove(Path root) {
        try {
            Files.walkFileTree(root, new Removal());
        } catch (IOException e) {
            removeByTool(root, e);
        }
    }

    private void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        createFolders(folder.getParent());
        Files.createDirectory(folder);
        permit(folder, "rwxr-xr-x");
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** Paths longer than the kernel takes in one piece can be made step by step, and removed only like that. */
    private static void removeByTool(Path root, IOException cause) {
        try {
            int exit = new ProcessBuilder("/usr/bin/rm", "-rf", "--", root.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new UncheckedIOException("can't remove " + root, cause);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
