package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.AtMost;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "A member has at most 5 open loans", "no member can have more than five open loans". */
final class LimitReader implements FormReader {

    private static final String NUMBER = "(\\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)";
    private static final Pattern HAS =
            Pattern.compile("(an? .+?|each .+?|every .+?) (?:has|have|can have|may have|holds|can hold)"
                    + " (?:at most|no more than|up to|a maximum of) " + NUMBER + " (.+)");
    private static final Pattern NO =
            Pattern.compile("(?:no) (.+?) (?:has|have|can have|may have) more than " + NUMBER + " (.+)");
    private static final Map<String, Integer> NUMBERS = Map.of(
            "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8, "nine", 9, "ten",
            10);

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        Refusal refusal = Refusal.of(statement.plain().toLowerCase(Locale.ROOT));
        Matcher has = HAS.matcher(refusal.text());
        Matcher no = NO.matcher(refusal.text());
        if (has.matches()) {
            return limit(words, has, refusal.status());
        }
        return no.matches() ? limit(words, no, refusal.status()) : List.of();
    }

    private static List<SentenceForm> limit(Vocabulary words, Matcher found, int status) {
        Optional<EntityDraft> owner = words.noun(found.group(1));
        Optional<Described> counted = Described.read(words, found.group(3));
        if (owner.isEmpty() || counted.isEmpty()) {
            return List.of();
        }
        Optional<Field> via = Vocabulary.reference(counted.get().entity(), owner.get());
        return via.map(f -> List.<SentenceForm>of(new AtMost(
                        counted.get().entity().name(),
                        f.name(),
                        number(found.group(2)),
                        counted.get().where(),
                        status)))
                .orElse(List.of());
    }

    static int number(String text) {
        return NUMBERS.containsKey(text) ? NUMBERS.get(text) : Integer.parseInt(text);
    }
}
