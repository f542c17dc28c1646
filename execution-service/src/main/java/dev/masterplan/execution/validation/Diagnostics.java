package dev.masterplan.execution.validation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is kept of what went wrong: so much as fits into a prompt, an event and a page, as text that a database takes. */
final class Diagnostics {

    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 500;

    /** Control characters but the tab, and halves of a surrogate pair. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\t]]");

    private Diagnostics() {}

    static List<String> of(Stream<String> lines) {
        return lines.limit(MOST_LINES).map(Diagnostics::printable).toList();
    }

    private static String printable(String line) {
        String text = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
        return UNPRINTABLE.matcher(text).replaceAll("�");
    }
}
