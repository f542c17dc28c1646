package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entity that a sentence of prose describes, said again as a line of data.
 *
 * @param name   Issue
 * @param fields "title (required, at most 200 characters)"
 * @param unread parts that are recognised and not written yet
 * @param assumed what the sentence does not say and is taken to be so
 */
record ProseLine(String name, List<String> fields, List<String> unread, List<String> assumed) {

    private ProseLine(String name, List<String> fields, List<String> unread) {
        this(name, fields, unread, List.of());
    }

    private static final Pattern THERE = Pattern.compile("(?i)there (?:are|is) (.+)");
    private static final Pattern HAS = Pattern.compile(
            "(?i)(?:an?|each|every) ([a-z][a-z -]{1,30}?) (?:belongs to (an? [a-z ]+?) and )?has (?!at most|no more|up to|many )(.+)");
    private static final Pattern PEOPLE = Pattern.compile("(?i)(?:people|users|members) ([a-z]{3,20}) on ([a-z ]+)");
    private static final Pattern NOUN = Pattern.compile("(?i)([a-z][a-z -]{1,30}?)s?(?: \\((.+)\\))?");
    private static final Pattern CHOICE =
            Pattern.compile("(?i)([a-z ]+(?:, [a-z ]+)+?)(?: - ([a-z ]+) if nobody says)?");
    private static final Pattern OR_NOT = Pattern.compile("(?i)([a-z ]+) or not");
    private static final Pattern CAPITALS = Pattern.compile("(?i)(\\d+) to (\\d+) capital letters");

    /** The entities of a sentence, empty when it describes none. */
    static List<ProseLine> read(String sentence) {
        String text = sentence.strip().replaceAll("\\.$", "");
        Matcher there = THERE.matcher(text);
        Matcher has = HAS.matcher(text);
        Matcher people = PEOPLE.matcher(text);
        if (there.matches()) {
            return there(there.group(1));
        }
        if (has.matches()) {
            return List.of(has(has));
        }
        if (people.matches()) {
            String on = singular(people.group(2));
            return List.of(new ProseLine(
                    Words.camel(people.group(1)),
                    List.of(on + " (required)", "author (text)", "text (text, required)"),
                    List.of(),
                    List.of("A " + people.group(1).toLowerCase(Locale.ROOT) + " keeps its " + on
                            + ", an author and a required text: the brief does not say what it keeps.")));
        }
        return List.of();
    }

    private static List<ProseLine> there(String things) {
        List<ProseLine> lines = new ArrayList<>();
        for (String thing :
                Splitter.fields(things.replaceAll("\\) and ", "), ").replaceAll("^([a-z]+) and ", "$1, "))) {
            Matcher noun = NOUN.matcher(thing);
            if (!noun.matches()) {
                return List.of();
            }
            List<String> fields = new ArrayList<>();
            if (noun.group(2) != null) {
                for (String field : noun.group(2).split(";")) {
                    fields.add(withRules(field.strip()));
                }
            }
            lines.add(new ProseLine(Words.camel(singular(noun.group(1) + "s")), fields, List.of()));
        }
        return lines;
    }

    /** 'key like "ABC", unique, 2 to 5 capital letters' → "key (unique, pattern …)". */
    private static String withRules(String field) {
        Matcher orNot = OR_NOT.matcher(field);
        if (orNot.matches()) {
            return orNot.group(1) + " (yes/no, default no)";
        }
        String[] parts = field.split(",", 2);
        String label = parts[0].replaceAll(" like \"[^\"]*\"", "").strip();
        String rules = parts.length < 2
                ? "text"
                : CAPITALS.matcher(parts[1]).replaceAll(m -> "pattern `[A-Z]{" + m.group(1) + "," + m.group(2) + "}`");
        return label + " (" + (rules.contains("unique") ? "required, " : "") + rules.strip() + ")";
    }

    private static ProseLine has(Matcher has) {
        List<String> fields = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        if (has.group(2) != null) {
            fields.add(Vocabulary.withoutArticle(has.group(2)) + " (required)");
        }
        for (String item : Splitter.fields(has.group(3))) {
            String part = item.replaceFirst("^and ", "").strip();
            if (part.contains(" that ")) {
                unread.add(part);
            } else {
                fields.add(field(part));
            }
        }
        return new ProseLine(Words.camel(has.group(1)), fields, unread);
    }

    private static String field(String part) {
        boolean many = Vocabulary.withoutArticle(part).equals(part.toLowerCase(Locale.ROOT)) && part.matches("[a-z]+s");
        String bare = part.replaceFirst("(?i)^(?:an?|the|its) ", "").replaceFirst("(?i) in markdown$", "");
        Matcher choice = Pattern.compile("([a-z ]+) \\((.+)\\)").matcher(bare);
        if (choice.matches()) {
            Matcher values = CHOICE.matcher(choice.group(2));
            if (values.matches() && !choice.group(2).contains("required")) {
                String byDefault = values.group(2) == null ? "" : "; default " + values.group(2);
                return choice.group(1) + " (one of: " + values.group(1) + byDefault + ")";
            }
        }
        return many ? bare + " (list of texts)" : bare;
    }

    private static String singular(String plural) {
        String noun = plural.strip().toLowerCase(Locale.ROOT);
        return noun.endsWith("ies") ? noun.substring(0, noun.length() - 3) + "y" : noun.replaceFirst("(?<=[^s])s$", "");
    }
}
