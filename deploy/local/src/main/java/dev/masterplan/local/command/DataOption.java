package dev.masterplan.local.command;

import dev.masterplan.local.stack.DataFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}, the same for all commands. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder that keeps databases, topics and secrets (default: ~/.masterplan)")
    private Path data;

    Path path() {
        return data == null
                ? Path.of(System.getProperty("user.home"), ".masterplan")
                : data.toAbsolutePath().normalize();
    }

    DataFolder folder() {
        return DataFolder.open(path());
    }
}
