package dev.masterplan.planner.exchange.taskmaster;

import dev.masterplan.planner.exchange.files.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files a subtask writes: those that it names, else the one of its task whose name says the same. */
final class FilesOfSubtask {

    private static final Set<String> SAY_NOTHING = Set.of("test", "init", "main", "index", "file", "base");

    private FilesOfSubtask() {}

    static List<Mention> of(Entry subtask, List<Mention> named, List<Mention> ofTask) {
        List<Mention> files = new ArrayList<>();
        for (Mention mention : named) {
            files.add(inItsFolder(mention, ofTask));
        }
        if (files.stream().noneMatch(Mention::written)) {
            nearest(subtask, ofTask).ifPresent(files::add);
        }
        return files;
    }

    /** "writer.py" is the task's "adapters/io/writer.py" when there is one only. */
    private static Mention inItsFolder(Mention mention, List<Mention> ofTask) {
        if (mention.path().contains("/")) {
            return mention;
        }
        List<Mention> same = ofTask.stream()
                .filter(file -> file.path().contains("/") && file.name().equals(mention.path()))
                .toList();
        return same.size() == 1
                ? new Mention(same.getFirst().path(), mention.written(), "its folders are those that the task names")
                : mention;
    }

    private static Optional<Mention> nearest(Entry subtask, List<Mention> ofTask) {
        Set<String> words = words(subtask.title());
        List<Mention> near = ofTask.stream()
                .filter(Mention::written)
                .filter(file -> words(file.name().replaceFirst("\\.[^.]*$", "")).stream()
                        .anyMatch(words::contains))
                .toList();
        return near.size() == 1
                ? Optional.of(new Mention(
                        near.getFirst().path(), true, "it names no file, the task names this one in the same words"))
                : Optional.empty();
    }

    private static Set<String> words(String text) {
        String apart = text.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(apart.split("[^a-z]+"))
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> word.length() > 3 && !SAY_NOTHING.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
