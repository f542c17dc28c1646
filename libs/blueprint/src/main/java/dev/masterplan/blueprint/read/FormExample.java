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
    UNIQUE("unique", "The same e-mail twice is refused with 409."),
    LISTING("listing", "List the loans of a member by status, newest first, in pages of 20."),
    SEARCH("search", "Find books by part of the title or the author."),
    TRANSITIONS("transitions", "A loan goes open → returned."),
    FINAL_STATE("final_state", "A returned loan stays returned."),
    AT_MOST("at_most", "A member has at most 5 open loans."),
    CREATE_ONLY_IF("create_only_if", "A copy on loan can't be lent."),
    CREATE_UNLESS_RELATED("create_unless_related", "A member with an overdue loan can't borrow."),
    DELETE_UNLESS_RELATED("delete_unless_related", "A member with open loans can't be deleted."),
    CHANGE_ONLY_WHILE("change_only_while", "Add notices, change notices, remove notices while the loan is open."),
    TRANSITION_ONLY_IF("transition_only_if", "A reservation can be collected only if its copy is set aside."),
    DATE_AFTER("date_after", "A loan is due 21 days after it is lent."),
    AMOUNT_PER_DAY("amount_per_day", "The fine is 0.50 for each day overdue, at most 10.00."),
    SUM_OF_LINES("sum_of_lines", "The charge is right after every change."),
    EFFECT("effect", "Lending a copy makes it on loan."),
    HAND_OVER(
            "hand_over",
            "Returning a loan gives its copy to the first waiting reservation of the book, and the copy is set aside."),
    REPORT("report", "List the overdue loans, longest overdue first."),
    DEFAULT_VALUE("default_value", "Language is english if nobody says."),
    DEFINITION("definition", "A loan is overdue when it is open and its due date has passed.");

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
