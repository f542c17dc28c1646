package dev.masterplan.local.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A plan that is there already, in a file or in a folder of files.
 *
 * @param shown its path as the person wrote it
 */
public record PlanFiles(String shown, List<NamedText> files) {

    private static final Set<String> OF_A_FOLDER =
            Set.of("tasks.md", "spec.md", "plan.md", "data-model.md", "tasks.json");

    /** @param name with the folder that it stands in, so that a session can be called like it */
    public record NamedText(String name, String text) {}

    /** Whether a path holds a plan rather than a brief. */
    public static boolean at(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return Files.isDirectory(path) || name.endsWith(".json") || name.equals("tasks.md");
    }

    /** @throws StopException when there is nothing to read, or no text */
    public static PlanFiles read(Path path) {
        List<NamedText> files = new ArrayList<>();
        for (Path file : Files.isDirectory(path) ? inFolder(path) : List.of(path)) {
            files.add(new NamedText(named(file), Brief.read(file).text()));
        }
        if (files.isEmpty()) {
            throw new StopException(Exit.ERROR, "no plan in " + path + ": neither tasks.json nor tasks.md");
        }
        return new PlanFiles(path.toString(), files);
    }

    private static List<Path> inFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> known = files.filter(
                            file -> OF_A_FOLDER.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
            boolean markdown = known.stream().anyMatch(file -> file.endsWith("tasks.md"));
            return known.stream()
                    .filter(file -> !markdown || !file.endsWith("tasks.json"))
                    .toList();
        } catch (IOException e) {
            throw new StopException(Exit.ERROR, "the folder " + folder + " can't be read");
        }
    }

    private static String named(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        Path folder = parent == null ? null : parent.getFileName();
        return folder == null ? file.getFileName().toString() : folder + "/" + file.getFileName();
    }
}
