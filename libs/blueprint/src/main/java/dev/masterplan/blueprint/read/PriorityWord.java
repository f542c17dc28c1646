package dev.masterplan.blueprint.read;

import dev.masterplan.messaging.plan.Priority;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word that decides how binding a sentence is; no word = MUST.
 *
 * @param word null = none found
 */
record PriorityWord(Priority priority, String word) {

    private static final Pattern SHOULD =
            Pattern.compile("\\b(should|nice to have|would be nice|ideally|could)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MUST = Pattern.compile("\\bmust\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFIX =
            Pattern.compile("^(?:R-?\\d+\\s*)?(must|should|could|nice to have)\\s*:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CELL =
            Pattern.compile("must|should|could|ideally|nice to have", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("^R-?\\d+\\s*[:.]\\s*");

    /** A prefix ("SHOULD: …") wins, then the heading above the sentence, then a word in the sentence itself. */
    static PriorityWord of(String sentence, PriorityWord heading) {
        Matcher prefix = PREFIX.matcher(sentence);
        if (prefix.find()) {
            return of(prefix.group(1));
        }
        if (heading.word() != null) {
            return heading;
        }
        Matcher should = SHOULD.matcher(sentence);
        if (should.find()) {
            return new PriorityWord(Priority.SHOULD, should.group(1));
        }
        Matcher must = MUST.matcher(sentence);
        return must.find() ? new PriorityWord(Priority.MUST, must.group()) : none();
    }

    /** What a heading says of the sentences below it. */
    static PriorityWord ofHeading(String heading) {
        Matcher should = SHOULD.matcher(heading);
        if (should.find()) {
            return new PriorityWord(Priority.SHOULD, should.group(1));
        }
        Matcher must = MUST.matcher(heading);
        return must.find() ? new PriorityWord(Priority.MUST, must.group()) : none();
    }

    static PriorityWord none() {
        return new PriorityWord(Priority.MUST, null);
    }

    /** The sentence without "R3 MUST:" in front. */
    static String withoutPrefix(String sentence) {
        String text = PREFIX.matcher(sentence).replaceFirst("");
        return NUMBER.matcher(text).replaceFirst("").strip();
    }

    /** The priority that a table's cell says; empty when it says something else. */
    static Optional<PriorityWord> ofCell(String cell) {
        return CELL.matcher(cell).matches() ? Optional.of(of(cell)) : Optional.empty();
    }

    private static PriorityWord of(String word) {
        return new PriorityWord(word.equalsIgnoreCase("must") ? Priority.MUST : Priority.SHOULD, word);
    }
}
