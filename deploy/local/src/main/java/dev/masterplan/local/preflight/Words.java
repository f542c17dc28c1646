package dev.masterplan.local.preflight;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command line as the start script got it, read without a library; the built product reads it exactly. */
public record Words(List<String> all) {

    private static final Set<String> WITH_VALUE = Set.of("--out", "--json", "--defer", "--reason", "--data");

    public Words {
        all = List.copyOf(all);
    }

    /** The first word; empty when there is none. */
    public String command() {
        return all.isEmpty() ? "" : all.getFirst();
    }

    public boolean has(String option) {
        return all.contains(option);
    }

    /** The value of an option, as the next word or behind a {@code =}. */
    public Optional<String> value(String option) {
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (word.startsWith(option + "=")) {
                return Optional.of(word.substring(option.length() + 1));
            }
            if (word.equals(option) && i + 1 < all.size()) {
                return Optional.of(all.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The first word after the command that is neither an option nor its value. */
    public Optional<String> operand() {
        for (int i = 1; i < all.size(); i++) {
            String word = all.get(i);
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** The folder that {@code --data} names, else the one in the home folder. */
    public Path dataFolder() {
        return value("--data")
                .map(word -> Path.of(word).toAbsolutePath().normalize())
                .orElse(Path.of(System.getProperty("user.home"), ".masterplan"));
    }
}
