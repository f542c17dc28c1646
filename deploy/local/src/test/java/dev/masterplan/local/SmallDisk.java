package dev.masterplan.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own that is soon full; only root can mount one. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** @param folder an empty one */
    public static SmallDisk mount(Path folder, String size) {
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
                "no disk can be mounted here: only root can");
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Leaves not a byte. */
    public Path fill() throws IOException {
        Path filler = folder.resolve("lost+found");
        try (OutputStream bytes = Files.newOutputStream(filler)) {
            while (true) {
                bytes.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
            return filler;
        }
    }

    @Override
    public void close() {
        succeeds("umount", folder.toString());
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
