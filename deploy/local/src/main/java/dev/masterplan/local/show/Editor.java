package dev.masterplan.local.show;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The editor that a person chose with VISUAL or EDITOR, as a command of the shell. */
public final class Editor {

    private final String command;

    private Editor(String command) {
        this.command = command;
    }

    /** Empty when none is chosen. */
    public static Optional<Editor> chosen() {
        return Stream.of("VISUAL", "EDITOR")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .map(Editor::new);
    }

    /** Opens the file in this terminal and waits until the editor is closed. @return false when it failed */
    public boolean edit(Path file) {
        List<String> words = List.of("/bin/sh", "-c", command + " \"$1\"", "sh", file.toString());
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return command;
    }
}
