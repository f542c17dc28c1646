package dev.masterplan.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder that keeps everything between two starts; one process at a time works on it. */
public final class DataFolder {

    private static final String FORMAT = "1";

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** @throws StackException when it can't be used, or was written by a newer program */
    public static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path version = folder.resolve("VERSION");
            if (!Files.exists(version)) {
                Files.writeString(version, FORMAT + "\n");
            }
            String found = Files.readString(version).strip();
            if (!FORMAT.equals(found)) {
                throw new StackException("the data folder " + folder + " has format " + found
                        + ", this program knows format " + FORMAT + ": use the program that made it");
            }
            return new DataFolder(folder);
        } catch (IOException e) {
            throw new StackException("the data folder " + folder + " can't be used (" + e.getMessage()
                    + "): choose another with --data DIR");
        }
    }

    public Path path() {
        return path;
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** The lock that one stack holds while it runs; empty when another process has it. */
    Optional<FileLock> lock() {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException("the data folder " + path + " can't be locked: " + e.getMessage());
        }
    }

    /** Replaces a file at once; only its owner can read it. */
    Path writePrivately(String name, String content) {
        try {
            Path file = path.resolve(name);
            Path written = Files.createTempFile(path, ".new", "");
            Files.writeString(written, content);
            return Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackException("the data folder " + path + " can't be written: " + e.getMessage());
        }
    }

    /** The content of a file, empty when it does not exist. */
    Optional<String> read(String name) {
        try {
            Path file = path.resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new StackException("the data folder " + path + " can't be read: " + e.getMessage());
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
        } catch (IOException e) {
            throw new StackException("the data folder " + path + " can't be written: " + e.getMessage());
        }
    }
}
