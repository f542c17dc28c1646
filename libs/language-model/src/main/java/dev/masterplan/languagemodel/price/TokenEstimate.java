package dev.masterplan.languagemodel.price;

import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.shape.Shape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * How many tokens a text has at most, without any provider's tokenizer: letters count a token for three, digits one for
 * two, runs of blanks one for four, every other sign one, what is not ASCII one for each byte in UTF-8.
 */
public final class TokenEstimate {

    private static final BigDecimal MARGIN = new BigDecimal("1.15");
    private static final int PER_MESSAGE = 8;
    private static final int LETTERS = 3;
    private static final int DIGITS = 2;

    private TokenEstimate() {}

    /** Tokens of a request's prompt, with the margin that is reserved. */
    public static long prompt(ModelRequest request) {
        long tokens = 0;
        for (Message message : request.messages()) {
            tokens += of(message.text()) + PER_MESSAGE;
        }
        tokens += request.shape() == null ? 0 : of(request.shape());
        return BigDecimal.valueOf(tokens)
                .multiply(MARGIN)
                .setScale(0, RoundingMode.UP)
                .longValueExact();
    }

    /** A shape goes along as a schema: some words of its own around each name. */
    private static long of(Shape shape) {
        return switch (shape) {
            case Shape.Fields fields ->
                fields.fields().entrySet().stream()
                                .mapToLong(field -> 2 * of(field.getKey()) + PER_MESSAGE + of(field.getValue()))
                                .sum()
                        + 3L * PER_MESSAGE;
            case Shape.Items items -> PER_MESSAGE + of(items.item());
            case Shape.Optional optional -> PER_MESSAGE + of(optional.shape());
            case Shape.Choice choice ->
                PER_MESSAGE
                        + choice.values().stream()
                                .mapToLong(value -> of(value) + LETTERS)
                                .sum();
            case Shape.Text text -> PER_MESSAGE + of(text.description());
            case Shape.Whole whole -> PER_MESSAGE;
            case Shape.Number number -> PER_MESSAGE;
            case Shape.Flag flag -> PER_MESSAGE;
        };
    }

    public static long of(String text) {
        long tokens = 0;
        int at = 0;
        while (at < text.length()) {
            int end = runEnd(text, at);
            tokens += run(text, at, end);
            at = end;
        }
        return tokens;
    }

    private static long run(String text, int from, int to) {
        char first = text.charAt(from);
        int length = to - from;
        if (isLetter(first)) {
            return (length + LETTERS - 1) / LETTERS;
        }
        if (isDigit(first)) {
            return (length + DIGITS - 1) / DIGITS;
        }
        if (first == ' ') {
            return length == 1 ? 0 : (length + LETTERS) / (LETTERS + 1);
        }
        return first < 0x80 ? length : text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }

    private static int runEnd(String text, int from) {
        int kind = kind(text.charAt(from));
        int end = from + 1;
        while (end < text.length() && kind(text.charAt(end)) == kind) {
            end++;
        }
        return end;
    }

    private static int kind(char sign) {
        return isLetter(sign) ? 1 : isDigit(sign) ? 2 : sign == ' ' ? 3 : sign < 0x80 ? 4 : 5;
    }

    private static boolean isLetter(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
