package dev.masterplan.execution.acceptance;

import dev.masterplan.execution.workspace.UnsafeTreeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts a certificate beside a tree, where git does not see it. */
public final class CertificateFile {

    private static final String FOLDER = ".masterplan";
    private static final String EXCLUDED = "/" + FOLDER + "/";

    private CertificateFile() {}

    /**
     * Writes {@code .masterplan/certificate.json}; in a git work tree it is excluded in {@code .git/info/exclude}.
     *
     * @throws UnsafeTreeException when a link stands in its place
     */
    public static Path write(Path tree, byte[] json) {
        try {
            exclude(tree);
            Path folder = tree.resolve(FOLDER);
            if (Files.isSymbolicLink(folder)) {
                throw new UnsafeTreeException("a symbolic link stands at " + FOLDER);
            }
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, ".new-", "");
            Files.write(fresh, json);
            return Files.move(fresh, folder.resolve("certificate.json"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void exclude(Path tree) throws IOException {
        if (!Files.isDirectory(tree.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path info = Files.createDirectories(tree.resolve(".git/info"));
        Path file = info.resolve("exclude");
        boolean known = Files.exists(file) && Files.readAllLines(file).contains(EXCLUDED);
        if (!known) {
            Files.writeString(file, EXCLUDED + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
