package dev.masterplan.blueprint.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The patterns that are understood: character classes, literals and counts, no groups; matched in linear time. */
public final class SimplePattern {

    private static final Pattern TOKEN = Pattern.compile(
            "(\\[[^\\]\\\\^]+\\]|\\\\d|\\\\w|\\\\[-./]|[A-Za-z0-9 _@#:/-])(\\{(\\d{1,2})(?:,(\\d{1,2}))?\\}|[+*?])?");
    private static final int USUAL = 3;

    private SimplePattern() {}

    public static boolean supports(String pattern) {
        return tokens(pattern).isPresent();
    }

    /** Empty when the pattern has anything else. */
    public static Optional<List<Token>> tokens(String pattern) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(pattern);
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            tokens.add(new Token(matcher.group(1), count(matcher)));
            at = matcher.end();
        }
        return at == pattern.length() && !tokens.isEmpty() ? Optional.of(tokens) : Optional.empty();
    }

    /** One class or letter. @param count how many of it a fitting text may have */
    public record Token(String kind, int count) {

        public boolean digits() {
            return kind.equals("[0-9]") || kind.equals("\\d");
        }

        public boolean capitals() {
            return kind.equals("[A-Z]");
        }

        /** A text that fits this token. */
        public String text() {
            return String.valueOf(letter()).repeat(count);
        }

        private char letter() {
            return switch (kind.charAt(0)) {
                case '[' -> kind.charAt(1);
                case '\\' -> kind.charAt(1) == 'd' ? '0' : kind.charAt(1) == 'w' ? 'a' : kind.charAt(1);
                default -> kind.charAt(0);
            };
        }
    }

    private static int count(Matcher matcher) {
        if (matcher.group(2) == null || matcher.group(2).equals("?")) {
            return 1;
        }
        if (matcher.group(3) == null) {
            return USUAL;
        }
        int least = Integer.parseInt(matcher.group(3));
        int most = matcher.group(4) == null ? least : Integer.parseInt(matcher.group(4));
        return Math.max(least, Math.min(most, USUAL));
    }
}
