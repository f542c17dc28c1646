package dev.masterplan.execution.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The files of a run in a folder. A reader sees the old content or the new one, never half; {@code .git} and
 * {@code .masterplan} in that folder are not the run's and stay.
 */
public final class Workspace {

    private Workspace() {}

    /**
     * Makes the folder hold exactly these files; what has the right bytes is not touched.
     *
     * @return how many files were written or removed
     * @throws UnsafeTreeException when a link stands where a file or folder has to be
     */
    public static int publish(Path folder, Collection<FileVersion> files) {
        Map<String, FileVersion> wanted = new TreeMap<>();
        files.forEach(file -> wanted.put(file.path(), file));
        int changes = 0;
        try {
            Files.createDirectories(folder);
            for (Path present : present(folder)) {
                if (!wanted.containsKey(relative(folder, present))) {
                    remove(folder, present);
                    changes++;
                }
            }
            for (FileVersion file : wanted.values()) {
                changes += write(folder, file) ? 1 : 0;
            }
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths whose bytes differ, are missing, or should not be there; empty = the folder is as the rows say. */
    public static Collection<String> verify(Path folder, Collection<FileVersion> files) {
        TreeSet<String> wrong = new TreeSet<>();
        Map<String, FileVersion> wanted = new TreeMap<>();
        files.forEach(file -> wanted.put(file.path(), file));
        try {
            for (FileVersion file : wanted.values()) {
                if (!hasContent(target(folder, file.path()), file)) {
                    wrong.add(file.path());
                }
            }
            for (Path present : Files.isDirectory(folder) ? present(folder) : new TreeSet<Path>()) {
                String path = relative(folder, present);
                if (!wanted.containsKey(path)) {
                    wrong.add(path);
                }
            }
            return wrong;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean write(Path folder, FileVersion file) throws IOException {
        Path target = target(folder, file.path());
        refuseLinks(folder, target);
        if (hasContent(target, file)) {
            return false;
        }
        Files.createDirectories(target.getParent());
        Path fresh = target.resolveSibling(".new-" + UUID.randomUUID());
        Files.write(fresh, file.content());
        Files.setPosixFilePermissions(
                fresh, PosixFilePermissions.fromString(file.executable() ? "rwxr-xr-x" : "rw-r--r--"));
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static boolean hasContent(Path target, FileVersion file) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Files.size(target) == file.content().length
                && Sha256.hex(Files.readAllBytes(target)).equals(file.sha256());
    }

    private static Path target(Path folder, String path) {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
            throw new UnsafeTreeException("path leads out of the workspace: " + path);
        }
        return target;
    }

    private static void refuseLinks(Path folder, Path target) {
        for (Path step = target; !step.equals(folder); step = step.getParent()) {
            if (Files.isSymbolicLink(step)) {
                throw new UnsafeTreeException("a symbolic link stands at " + folder.relativize(step));
            }
        }
    }

    private static void remove(Path folder, Path file) throws IOException {
        Files.delete(file);
        for (Path up = file.getParent(); !up.equals(folder); up = up.getParent()) {
            try (var entries = Files.list(up)) {
                if (entries.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(up);
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static Collection<Path> present(Path folder) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                boolean foreign =
                        entered.equals(folder.resolve(".git")) || entered.equals(folder.resolve(".masterplan"));
                return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
