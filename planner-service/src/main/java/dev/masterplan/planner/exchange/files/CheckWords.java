package dev.masterplan.planner.exchange.files;

import java.util.regex.Pattern;

/** Whether a piece of work looks at what is there instead of writing: its first word says so, and no other denies it. */
public final class CheckWords {

    private static final Pattern LOOKS = Pattern.compile("(?i)^[\\W\\d_]*(?:manually\\s+|conduct\\s+(?:a|an)?\\s*)?"
            + "(?:verify|validate|validation|run|re-?run|confirm|check|double-check|review|decide|measure|inspect|trace"
            + "|identify|analy[sz]e|investigate|research)\\b.*");
    private static final Pattern WRITES =
            Pattern.compile("(?i).*\\b(?:update|create|fix|write|add|implement|refactor|replace|document)\\b.*");

    private CheckWords() {}

    /** @param title the first line of what is to be done */
    public static boolean in(String title) {
        String line = title.lines().findFirst().orElse("");
        return LOOKS.matcher(line).matches() && !WRITES.matcher(line).matches();
    }
}
