package dev.masterplan.blueprint.form;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in the spellings that people, JSON, paths and code use; any text becomes a safe name. */
public final class Words {

    private static final Pattern BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final int LONGEST_NAME = 40;

    private Words() {}

    /** {@code OrderLine}, "order line", "order-line" → {@code order_line}; empty when nothing is left. */
    public static String snake(String text) {
        String name = parts(text).stream().collect(Collectors.joining("_"));
        String cut =
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).replaceAll("_+$", "") : name;
        return cut.isEmpty() || Character.isLetter(cut.charAt(0)) ? cut : "x" + cut;
    }

    /** {@code order-line} */
    public static String kebab(String text) {
        return snake(text).replace('_', '-');
    }

    /** {@code OrderLine} */
    public static String camel(String text) {
        return parts(snake(text)).stream()
                .map(p -> Character.toUpperCase(p.charAt(0)) + p.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code order line}: as people write it. */
    public static String spoken(String text) {
        return snake(text).replace('_', ' ');
    }

    /** "copy" → "copies", "loan" → "loans", "box" → "boxes". */
    public static String plural(String noun) {
        if (noun.matches(".*[^aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.matches(".*(s|x|z|ch|sh)") ? noun + "es" : noun + "s";
    }

    private static List<String> parts(String text) {
        return BORDER.splitAsStream(text)
                .filter(p -> !p.isEmpty())
                .map(p -> p.toLowerCase(Locale.ROOT))
                .toList();
    }
}
