package dev.masterplan.planner.chat;

import dev.masterplan.planner.refusal.Refusal;
import java.nio.charset.StandardCharsets;

/**
 * What a person typed, told apart: {@code /masterplan <brief>} or plain talk. It is never empty, never over the limit
 * and always text that the database can keep.
 *
 * @param kind BRIEF or TALK
 * @param text all of it, as typed
 */
public record Utterance(MessageKind kind, String text) {

    private static final String COMMAND = "/masterplan";

    /** @throws Refusal when it is empty, larger than {@code maxBytes} in UTF-8, or no text */
    public static Utterance of(String text, int maxBytes) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("the text is empty");
        }
        if (text.length() > maxBytes || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw Refusal.tooLarge("the text is longer than " + maxBytes / 1024 + " KiB");
        }
        refuseNoText(text);
        Utterance utterance = new Utterance(isCommand(text) ? MessageKind.BRIEF : MessageKind.TALK, text);
        if (utterance.kind == MessageKind.BRIEF && brief(text).isBlank()) {
            throw Refusal.invalid("the brief is empty: write it behind " + COMMAND + " or on the next lines");
        }
        return utterance;
    }

    /**
     * The brief of a message. Its first line is the rest of the command's line, or the next line when nothing else
     * stands there: so the lines of a brief from a file are the file's.
     */
    public static String brief(String text) {
        if (!isCommand(text)) {
            return text;
        }
        String rest = text.substring(COMMAND.length());
        int end = rest.indexOf('\n');
        return end >= 0 && rest.substring(0, end).isBlank() ? rest.substring(end + 1) : rest.stripLeading();
    }

    private static boolean isCommand(String text) {
        return text.startsWith(COMMAND)
                && (text.length() == COMMAND.length() || Character.isWhitespace(text.charAt(COMMAND.length())));
    }

    private static void refuseNoText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("the text holds a NUL character");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw Refusal.invalid("the text holds half a character (an unpaired surrogate)");
        }
    }
}
