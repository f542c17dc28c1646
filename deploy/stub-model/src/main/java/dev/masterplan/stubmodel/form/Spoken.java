package dev.masterplan.stubmodel.form;

import dev.masterplan.stubmodel.bill.Tokens;
import dev.masterplan.stubmodel.script.Asked;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer as it goes out.
 *
 * @param text    what the model says
 * @param end     how it ends
 * @param tokens  what the form tells of them; billed is what the log says
 */
public record Spoken(String text, End end, Tokens tokens) {

    private static final int PIECES = 5;

    /** How an answer ends. */
    public enum End {
        STOP,
        LENGTH,
        REFUSAL
    }

    /** What is said in this turn. */
    public static Spoken of(Asked asked, Turn turn, Tokens prompt) {
        String text = wording(turn);
        long reasoning = asked.thinks() ? 16 : 0;
        boolean cut = turn.fault() == Fault.LENGTH || Tokens.of(text) + reasoning > asked.maxTokens();
        if (cut) {
            text = Tokens.first(
                    text.repeat(turn.fault() == Fault.LENGTH ? 1000 : 1), Math.max(0, asked.maxTokens() - reasoning));
        }
        End end = turn.fault() == Fault.REFUSAL ? End.REFUSAL : cut ? End.LENGTH : End.STOP;
        return new Spoken(
                text,
                end,
                new Tokens(
                        prompt.input(),
                        prompt.cacheRead(),
                        prompt.cacheWrite(),
                        Tokens.of(text) + reasoning,
                        reasoning));
    }

    private static String wording(Turn turn) {
        String answer = turn.answer();
        return switch (turn.fault()) {
            case MALFORMED_JSON -> "{\"name\": \"answer\", \"parts\": [\"one\",";
            case WRONG_SCHEMA -> "{\"unexpected\": true}";
            case REFUSAL -> "I can't help with that.";
            case CODE_FENCES -> "Here it is:\n\n```\n" + answer + "```\n\nTell me if it should do more.";
            case TWO_FILES -> "### a.py\n```\n" + answer + "```\n### b.py\n```\n" + answer + "```\n";
            case WRONG_FILE -> "# A different file\n\nThis is not what was asked for.\n";
            case EMPTY -> "";
            default -> answer;
        };
    }

    /** The text in a few pieces, as a stream brings it. */
    List<String> pieces() {
        int size = Math.max(1, (text.length() + PIECES - 1) / PIECES);
        List<String> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); at += size) {
            pieces.add(text.substring(at, Math.min(text.length(), at + size)));
        }
        return pieces;
    }
}
