package dev.masterplan.blueprint.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python expressions for texts that fit a simple pattern: classes, literals and counts, no groups. */
public final class PatternSample {

    private static final Pattern TOKEN = Pattern.compile(
            "(\\[[^\\]\\\\^]+\\]|\\\\d|\\\\w|\\\\[-./]|[A-Za-z0-9 _@#:/-])(\\{(\\d{1,2})(?:,(\\d{1,2}))?\\}|[+*?])?");
    private static final int USUAL = 3;

    private PatternSample() {}

    /** Whether a sample can be made; other patterns can't be tried and are not taken. */
    public static boolean supports(String pattern) {
        return tokens(pattern).isPresent();
    }

    /** An expression that gives another text each time where the pattern has room for it. */
    static String expression(String pattern) {
        List<Token> tokens = tokens(pattern).orElseThrow(() -> new IllegalArgumentException("unsupported: " + pattern));
        Token last = tokens.getLast();
        StringBuilder prefix = new StringBuilder();
        tokens.subList(0, tokens.size() - 1).forEach(t -> prefix.append(t.text()));
        if (last.digits()) {
            return "f"
                    + Python.text(prefix.toString())
                            .replace("{", "{{")
                            .replace("}", "}}")
                            .replaceAll("\"$", "") + "{next(NUMBERS):0" + last.count() + "d}\"";
        }
        if (last.capitals()) {
            String start = prefix.isEmpty() ? "" : Python.text(prefix.toString()) + " + ";
            return start + "letters(next(NUMBERS), " + last.count() + ")";
        }
        return Python.text(prefix + last.text());
    }

    private record Token(String kind, int count) {
        boolean digits() {
            return kind.equals("[0-9]") || kind.equals("\\d");
        }

        boolean capitals() {
            return kind.equals("[A-Z]");
        }

        String text() {
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

    private static Optional<List<Token>> tokens(String pattern) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(pattern);
        int at = 0;
        while (matcher.find() && matcher.start() == at) {
            tokens.add(new Token(matcher.group(1), count(matcher)));
            at = matcher.end();
        }
        return at == pattern.length() && !tokens.isEmpty() ? Optional.of(tokens) : Optional.empty();
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
