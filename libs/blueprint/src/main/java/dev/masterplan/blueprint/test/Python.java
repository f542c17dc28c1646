package dev.masterplan.blueprint.test;

import dev.masterplan.messaging.plan.Aggregate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Values and names in Python's notation. */
final class Python {

    private static final int LAST_ASCII = 126;
    private static final int FIRST_PRINTABLE = 32;

    private static final Set<String> KEYWORDS = Set.of(
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
            "yield");

    /** Names of the support and of variables that the cases use themselves. */
    private static final Set<String> TAKEN = Set.of(
            "answer", "app", "before", "body", "case", "equal", "expect", "field", "holds", "ids", "items", "list",
            "made", "members", "name", "other", "owner", "record", "refused", "related", "same", "step", "target",
            "value", "values");

    private Python() {}

    /** A string literal; whatever the text holds, it ends where the literal ends. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').append((char) c);
            } else if (c == '\n') {
                literal.append("\\n");
            } else if (c < FIRST_PRINTABLE || c == LAST_ASCII + 1 || Character.getType(c) == Character.SURROGATE) {
                literal.append("\\u%04x".formatted(c));
            } else {
                literal.appendCodePoint(c);
            }
        });
        return literal.append('"').toString();
    }

    /** Text inside a docstring: no quote, backslash or line break is left. */
    static String prose(String value) {
        return value.replace("\\", "/")
                .replace("\"", "'")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    static String number(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0
                ? value.toBigInteger().toString()
                : value.stripTrailingZeros().toPlainString();
    }

    /** A literal of the discovery ({@code @today}, {@code yes}, {@code 5}) as a field of that type has it. */
    static String value(Aggregate.Field field, String literal) {
        if (literal == null) {
            return "None";
        }
        if (literal.startsWith("@today") || literal.startsWith("@now")) {
            return moment(literal);
        }
        return switch (field.type()) {
            case INTEGER, DECIMAL, REFERENCE -> number(new BigDecimal(literal));
            case BOOLEAN -> List.of("true", "yes", "1").contains(literal.toLowerCase()) ? "True" : "False";
            case TEXT_LIST -> literal.isBlank() || literal.equals("[]") ? "[]" : "[" + text(literal) + "]";
            default -> text(literal);
        };
    }

    private static String moment(String literal) {
        boolean day = literal.startsWith("@today");
        String offset = literal.substring(day ? "@today".length() : "@now".length());
        if (day) {
            return "app.day(" + offset.replace("+", "") + ")";
        }
        return offset.isEmpty() ? "app.time()" : "app.time(days=" + offset.replace("+", "") + ")";
    }

    /** A dictionary of names and expressions. */
    static String dictionary(Map<String, String> expressions) {
        return expressions.entrySet().stream()
                .map(e -> text(e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static String list(List<String> texts) {
        return texts.stream().map(Python::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A field as name of an argument; the support takes {@code from_} for {@code from}. */
    static String keyword(String field) {
        return KEYWORDS.contains(field) ? field + "_" : field;
    }

    /** {@code OrderLine} → {@code order_line}; never a word that the tests use otherwise. */
    static String variable(String entity) {
        String name =
                entity.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase().replaceAll("[^a-z0-9_]", "_");
        return KEYWORDS.contains(name) || TAKEN.contains(name) ? name + "_" : name;
    }

    /** Lower-case words of an entity's name: {@code order line}. */
    static String words(String entity) {
        return variable(entity).replace('_', ' ').strip();
    }

    /** A text as part of a file name. */
    static String fileName(String sentence, int longest) {
        String name = sentence.toLowerCase().replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.length() <= longest ? name : name.substring(0, longest).replaceAll("_[^_]*$", "");
    }
}
