package dev.masterplan.execution.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The account that this process runs as. */
final class Account {

    private static final int UID = read("Uid:");

    private Account() {}

    static int uid() {
        return UID;
    }

    static boolean isRoot() {
        return UID == 0;
    }

    private static int read(String field) {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.split("\\s+")[2])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
