package dev.masterplan.blueprint.code;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Python literals and names; whatever text comes in, it stays a value and never becomes code. */
final class Python {

    private static final Set<String> KEYWORDS = Set.of(
            "false",
            "none",
            "true",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield",
            "match",
            "case",
            "type",
            "db",
            "self",
            "program",
            "request",
            "values",
            "store",
            "rules",
            "records",
            "schema",
            "status",
            "changed",
            "moved");
    private static final int WIDTH = 100;

    private Python() {}

    /** A string literal in double quotes. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder("\"");
        value.codePoints().forEach(c -> literal.append(escaped(c)));
        return literal.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> plain(c) ? Character.toString(c) : "\\U%08x".formatted(c);
        };
    }

    private static boolean plain(int c) {
        return c >= ' ' && c < 127 || Character.isLetterOrDigit(c) || c == '→' || c == '€' || c == '’';
    }

    /** One sentence fit for a docstring or a comment: one line, no quotes that end it, no escapes. */
    static String prose(String sentence) {
        String line = sentence.codePoints()
                .mapToObj(c -> plain(c) ? Character.toString(c) : " ")
                .collect(Collectors.joining());
        return line.replace("\\", "/").replace("\"\"\"", "'''").strip().replaceAll("\"$", "'");
    }

    /** A docstring of one sentence, broken at the page's width. */
    static String doc(String sentence, String indent) {
        String text = wrap(prose(sentence), WIDTH - indent.length() - 6, indent);
        boolean broken = text.contains("\n");
        return indent + "\"\"\"" + text + (broken ? "\n" + indent : "") + "\"\"\"\n";
    }

    static String wrap(String text, int width, String indent) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : text.split(" +")) {
            if (column > 0 && column + 1 + word.length() > width) {
                wrapped.append('\n').append(indent);
                column = 0;
            } else if (column > 0) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }

    /** A tuple of string literals. */
    static String tuple(Collection<String> values) {
        String items = values.stream().map(Python::text).collect(Collectors.joining(", "));
        return values.size() == 1 ? "(" + items + ",)" : "(" + items + ")";
    }

    /** A name that is no keyword and hides nothing that the generated modules use. */
    static String name(String snake) {
        return KEYWORDS.contains(snake) ? snake + "_" : snake;
    }
}
