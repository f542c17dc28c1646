package dev.masterplan.execution.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a folder's files; links and what is not the run's ({@code .git}, {@code .masterplan}) are left out. */
public final class TreeFiles {

    private static final Set<String> FOREIGN = Set.of(".git", ".masterplan");

    private TreeFiles() {}

    /** Relative path with {@code /} → content, in order. */
    public static Map<String, byte[]> read(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                    boolean foreign = folder.equals(entered.getParent())
                            && FOREIGN.contains(entered.getFileName().toString());
                    return foreign ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
