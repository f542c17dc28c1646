package dev.masterplan.blueprint.read;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentence forms that are understood, each with a sentence that shows it. */
public enum FormExample {
    ENTITY("entity", "Book: title (text, required, up to 200 characters), isbn (text, unique)"),
    CRUD("crud", "Books can be created, changed, listed and deleted."),
    SEARCH("search", "Find books by part of the title or the author.");

    private static final Pattern BORDER = Pattern.compile("[^a-z0-9]+");
    private static final int NEAREST = 3;

    private final String form;
    private final String example;

    FormExample(String form, String example) {
        this.form = form;
        this.example = example;
    }

    /** Name of the form in {@code Requirement.reading}. */
    public String form() {
        return form;
    }

    public String example() {
        return example;
    }

    /** Examples that share most words with the sentence, best first; at most three. */
    static List<String> nearest(String sentence) {
        Set<String> words = words(sentence);
        Function<FormExample, Long> shared =
                e -> words(e.example).stream().filter(words::contains).count();
        return Arrays.stream(values())
                .sorted(Comparator.comparing(shared).reversed())
                .limit(NEAREST)
                .map(FormExample::example)
                .toList();
    }

    private static Set<String> words(String text) {
        return Stream.of(BORDER.split(text.toLowerCase(Locale.ROOT)))
                .filter(w -> w.length() > 2)
                .collect(Collectors.toSet());
    }
}
