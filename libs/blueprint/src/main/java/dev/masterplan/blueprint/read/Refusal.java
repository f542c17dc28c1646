package dev.masterplan.blueprint.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The status that a sentence names for its refusal, 409 when it names none. @param text the sentence without it */
record Refusal(String text, int status) {

    private static final Pattern NAMED = Pattern.compile(
            "(?i),? (?:and )?(?:is|are|gets|get) (?:refused|rejected|answered)(?: with)?(?: status)?(?: (4\\d\\d))?$");
    private static final int CONFLICT = 409;

    static Refusal of(String sentence) {
        Matcher named = NAMED.matcher(sentence);
        if (!named.find()) {
            return new Refusal(sentence, CONFLICT);
        }
        String status = named.group(1);
        return new Refusal(
                sentence.substring(0, named.start()).strip(), status == null ? CONFLICT : Integer.parseInt(status));
    }

    /** Whether the sentence said that something is refused. */
    boolean said(String sentence) {
        return !text.equals(sentence);
    }
}
