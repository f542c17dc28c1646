package dev.masterplan.local.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that keeps everything between two starts; one process at a time works on it. */
public final class DataFolder {

    private static final String FORMAT = "1";
    private static final long FULL_BYTES = 16L << 20;
    private static final String VERSION = "VERSION";
    private static final String MADE_BY_MKFS = "lost+found";

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
            DataFolder opened = new DataFolder(folder);
            if (Files.notExists(folder.resolve(VERSION))) {
                opened.refuseForeign();
                opened.writePrivately(VERSION, FORMAT + "\n");
            }
            opened.refuseOtherFormat();
            return opened;
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private void refuseForeign() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            entries.filter(entry -> !MADE_BY_MKFS.equals(entry.getFileName().toString()))
                    .findAny()
                    .ifPresent(foreign -> {
                        throw new StackException(path + " holds something else (" + foreign.getFileName()
                                + "), it is left alone: choose another folder with --data DIR");
                    });
        }
    }

    private void refuseOtherFormat() throws IOException {
        String found = Files.readString(path.resolve(VERSION)).strip();
        if (!FORMAT.equals(found)) {
            throw new StackException("the data folder " + path + " has format " + (found.isEmpty() ? "unknown" : found)
                    + ", this program knows format " + FORMAT + ": use the program that made it, or choose another"
                    + " folder with --data DIR");
        }
    }

    /** A new password would not open the old database. */
    void refuseDatabaseWithoutSecrets() {
        if (Files.exists(path.resolve("postgres/PG_VERSION")) && Files.notExists(path.resolve("backing.secrets"))) {
            throw new StackException(
                    "the data folder " + path + " is broken: backing.secrets is missing. Bring it back,"
                            + " or choose another folder with --data DIR");
        }
    }

    private static StackException unusable(Path folder, IOException e) {
        String why = switch (e) {
            case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            default -> e.getMessage();
        };
        return new StackException(
                "the data folder " + folder + " can't be used (" + why + "): choose another with --data DIR", e);
    }

    public Path path() {
        return path;
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** What to say where the disk is as good as full; else nothing. */
    String remarkOnSpace() {
        try {
            return Files.getFileStore(path).getUsableSpace() > FULL_BYTES
                    ? ""
                    : " (no space left for " + path + ": free some, what ran goes on at the next start)";
        } catch (IOException e) {
            return " (" + path + " can't be read)";
        }
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

    /** Replaces a file at once or leaves it as it was; only its owner can read it. */
    Path writePrivately(String name, String content) {
        Path written = null;
        try {
            written = Files.createTempFile(path, ".new", "");
            Files.writeString(written, content);
            return Files.move(
                    written, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            if (written != null) {
                written.toFile().delete();
            }
            throw unusable(path, e);
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
