package dev.masterplan.blueprint.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts enumerations where a reader would: at commas and semicolons outside brackets and code spans. */
final class Splitter {

    private static final Pattern ENUMERATION = Pattern.compile("(?i)^\\s*(one of|enum)\\b.*");
    private static final Pattern OR_LIST = Pattern.compile("^\\s*\\d+(\\s*,\\s*\\d+)*\\s+or\\s+\\d+\\s*(?=,|;|$)");

    private static final Pattern DEMAND = Pattern.compile(", and (?=find |list |search )");

    private static final Pattern REFUSALS =
            Pattern.compile("(?i)([a-z]+ing )(.+?) or (.+?)( is (?:refused|rejected)\\b.*)");

    private Splitter() {}

    /** Fields of an entity: "title (text, required), author" → two. */
    static List<String> fields(String text) {
        return cut(text, false);
    }

    /** Rules of a field; "one of: a, b; default a" → two. */
    static List<String> rules(String text) {
        return cut(text, true);
    }

    /**
     * Clauses of a sentence: at semicolons outside brackets, where a list is followed by another demand, and where two
     * things are refused alike.
     */
    static List<String> clauses(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth <= 0 && c == ';') {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts.stream()
                .flatMap(DEMAND::splitAsStream)
                .flatMap(Splitter::refusals)
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
    }

    /** "adding this or that is refused" → two. */
    private static Stream<String> refusals(String clause) {
        Matcher both = REFUSALS.matcher(clause.strip());
        return both.matches()
                ? Stream.of(
                        both.group(1) + both.group(2) + both.group(4), both.group(1) + both.group(3) + both.group(4))
                : Stream.of(clause);
    }

    private static List<String> cut(String text, boolean rules) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean code = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            code = (c == '`') != code;
            depth += code ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (!code && depth <= 0 && ends(c, text.substring(start, i), text.substring(start), rules)) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts.stream().filter(p -> !p.isEmpty()).toList();
    }

    private static boolean ends(char c, String part, String rest, boolean rules) {
        if (c == ';') {
            return true;
        }
        if (c != ',') {
            return false;
        }
        if (rules && ENUMERATION.matcher(part).matches()) {
            return false;
        }
        var numbers = OR_LIST.matcher(rest);
        return !(rules && numbers.find() && part.length() < numbers.end());
    }
}
