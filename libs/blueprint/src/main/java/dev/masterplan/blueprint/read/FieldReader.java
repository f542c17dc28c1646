package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SimplePattern;
import dev.masterplan.blueprint.form.Words;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads "isbn (text, required, unique, pattern `[0-9]{13}`)": a field's name, type and rules. */
final class FieldReader {

    private static final Set<String> TAKEN = Set.of("id", "q", "sort", "page", "page_size", "error");
    private static final Set<String> HARMLESS = Set.of("optional", "", "in markdown", "computed");
    private static final int LONGEST_LENGTH = 100_000;

    private static final Map<String, FieldType> TYPES = Map.ofEntries(
            Map.entry("text", FieldType.TEXT),
            Map.entry("string", FieldType.TEXT),
            Map.entry("markdown", FieldType.TEXT),
            Map.entry("whole number", FieldType.INTEGER),
            Map.entry("integer", FieldType.INTEGER),
            Map.entry("number", FieldType.INTEGER),
            Map.entry("amount", FieldType.DECIMAL),
            Map.entry("money", FieldType.DECIMAL),
            Map.entry("decimal", FieldType.DECIMAL),
            Map.entry("yes/no", FieldType.BOOLEAN),
            Map.entry("boolean", FieldType.BOOLEAN),
            Map.entry("date", FieldType.DATE),
            Map.entry("date and time", FieldType.DATETIME),
            Map.entry("datetime", FieldType.DATETIME),
            Map.entry("email", FieldType.EMAIL),
            Map.entry("e-mail", FieldType.EMAIL),
            Map.entry("list of texts", FieldType.TEXT_LIST));

    private static final Pattern PATTERN = Pattern.compile("pattern `([^`]{1,200})`");
    private static final Pattern ONE_OF = Pattern.compile("(?i)^(?:one of|enum):?\\s+([^;]+)");
    private static final Pattern NUMBERS = Pattern.compile("^(\\d+(?:\\s*,\\s*\\d+)*\\s+or\\s+\\d+)");
    private static final Pattern MOST = Pattern.compile("(?:up to|at most) (\\d+) (?:characters|letters)");
    private static final Pattern LEAST = Pattern.compile("at least (\\d+) (?:characters|letters)");
    private static final Pattern LENGTHS = Pattern.compile("(\\d+)(?: to |\\.\\.)(\\d+) (?:characters|letters)");
    private static final Pattern RANGE = Pattern.compile("(-?[\\d.]*\\d)(?: to |\\s*\\.\\.\\s*)(-?\\d[\\d.]*)");
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|at least|at most)\\s*(-?\\d[\\d.]*)");
    private static final Pattern DEFAULT = Pattern.compile("(?i)default(?: is)? `?(.+?)`?");
    private static final Pattern SCALE = Pattern.compile("decimal\\((\\d{1,2}),\\s*(\\d)\\)");
    private static final Pattern COMPUTED = Pattern.compile("set by the program|computed.*");

    private final Collection<String> entities;

    /** @param entities names of all entities of the brief; a field named like one refers to it */
    FieldReader(Collection<String> entities) {
        this.entities = entities;
    }

    /** @param field empty when no usable name is left of the text; @param unread rules that were not understood */
    record Result(Optional<Field> field, List<String> unread) {}

    Result read(String text) {
        int open = text.indexOf('(');
        String label = (open < 0 ? text : text.substring(0, open)).strip().toLowerCase(Locale.ROOT);
        String rules = open < 0 ? "" : text.substring(open + 1, Math.max(open + 1, closing(text)));
        String name = Words.snake(label);
        if (name.isEmpty()) {
            return new Result(Optional.empty(), List.of());
        }
        List<String> unread = new ArrayList<>();
        FieldDraft draft = new FieldDraft(TAKEN.contains(name) ? name + "_value" : name, Words.spoken(label));
        String rest = PATTERN.matcher(rules).replaceAll(m -> {
            if (SimplePattern.supports(m.group(1))) {
                draft.pattern = m.group(1);
            } else {
                unread.add("pattern " + m.group(1));
            }
            return "";
        });
        for (String part : Splitter.rules(rest)) {
            if (!rule(draft, part.strip())) {
                unread.add(part.strip());
            }
        }
        settle(draft);
        return new Result(Optional.of(draft.field()), unread);
    }

    private static int closing(String text) {
        int end = text.lastIndexOf(')');
        return end < 0 ? text.length() : end;
    }

    /** Whether the rule was understood. */
    private boolean rule(FieldDraft draft, String part) {
        String word = part.toLowerCase(Locale.ROOT);
        if (word.equals("required")) {
            draft.required = true;
        } else if (word.equals("unique")) {
            draft.unique = true;
        } else if (TYPES.containsKey(word)) {
            draft.type = TYPES.get(word);
        } else if (COMPUTED.matcher(word).matches()) {
            draft.computed = true;
        } else {
            return values(draft, part)
                    || lengths(draft, word)
                    || numbers(draft, word)
                    || other(draft, part)
                    || HARMLESS.contains(word);
        }
        return true;
    }

    private static boolean values(FieldDraft draft, String part) {
        Matcher oneOf = ONE_OF.matcher(part);
        if (oneOf.lookingAt()) {
            draft.type = FieldType.ENUM;
            enumerate(draft, oneOf.group(1));
            return true;
        }
        Matcher numbers = NUMBERS.matcher(part);
        if (numbers.matches()) {
            draft.type = FieldType.INTEGER;
            enumerate(draft, numbers.group(1));
            return true;
        }
        return false;
    }

    private static void enumerate(FieldDraft draft, String list) {
        Arrays.stream(list.split("\\s*,\\s*|\\s+or\\s+"))
                .map(v -> v.replaceAll("[\"`\\p{Cntrl}]", "").strip())
                .filter(v -> !v.isEmpty() && v.length() <= 60)
                .distinct()
                .forEach(draft.values::add);
    }

    private static boolean lengths(FieldDraft draft, String word) {
        Matcher both = LENGTHS.matcher(word);
        Matcher most = MOST.matcher(word);
        Matcher least = LEAST.matcher(word);
        if (both.matches()) {
            draft.minLength = length(both.group(1));
            draft.maxLength = length(both.group(2));
        } else if (most.matches()) {
            draft.maxLength = length(most.group(1));
        } else if (least.matches()) {
            draft.minLength = length(least.group(1));
        } else {
            return false;
        }
        return true;
    }

    private static boolean numbers(FieldDraft draft, String word) {
        Matcher range = RANGE.matcher(word);
        Matcher bound = BOUND.matcher(word);
        Matcher scale = SCALE.matcher(word);
        if (range.matches()) {
            draft.min = new BigDecimal(range.group(1));
            draft.max = new BigDecimal(range.group(2));
        } else if (bound.matches()) {
            bound(draft, bound.group(1), new BigDecimal(bound.group(2)));
        } else if (scale.matches()) {
            draft.type = FieldType.DECIMAL;
            draft.scale = Integer.valueOf(scale.group(2));
            draft.digits = Integer.valueOf(scale.group(1));
        } else {
            return false;
        }
        return true;
    }

    private static void bound(FieldDraft draft, String operator, BigDecimal number) {
        if (operator.startsWith(">") || operator.equals("at least")) {
            draft.min = number;
            draft.minExclusive = operator.equals(">");
        } else {
            draft.max = number;
        }
    }

    private static boolean other(FieldDraft draft, String part) {
        Matcher byDefault = DEFAULT.matcher(part);
        if (byDefault.matches()) {
            draft.defaultValue = literal(byDefault.group(1).strip());
            return true;
        }
        if (part.toLowerCase(Locale.ROOT).startsWith("ref ")) {
            draft.references = Words.camel(part.substring(4));
            return true;
        }
        return false;
    }

    private static String literal(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "today" -> "@today";
            case "now" -> "@now";
            case "yes", "true" -> "true";
            case "no", "false" -> "false";
            default -> text;
        };
    }

    private static Integer length(String digits) {
        return digits.length() > 6 ? LONGEST_LENGTH : Integer.valueOf(digits);
    }

    /** What the name alone says where no rule did: references, addresses, dates. */
    private void settle(FieldDraft draft) {
        String entity = draft.references == null ? Words.camel(draft.label) : draft.references;
        if (entities.contains(entity)) {
            draft.type = FieldType.REFERENCE;
            draft.references = entity;
            draft.name = Words.snake(entity).equals(draft.name) ? draft.name + "_id" : draft.name + "_id";
        } else if (draft.type == null) {
            draft.type = guess(draft.label);
        }
        draft.limitDigits();
        if (draft.type == FieldType.TEXT && (draft.min != null || draft.max != null)) {
            draft.minLength = draft.min == null ? null : draft.min.intValue();
            draft.maxLength = draft.max == null ? null : draft.max.intValue();
            draft.min = null;
            draft.max = null;
        }
    }

    private static FieldType guess(String label) {
        if (label.matches("e-?mail|e mail")) {
            return FieldType.EMAIL;
        }
        if (label.endsWith(" at")) {
            return FieldType.DATETIME;
        }
        return label.endsWith(" on") ? FieldType.DATE : FieldType.TEXT;
    }
}
