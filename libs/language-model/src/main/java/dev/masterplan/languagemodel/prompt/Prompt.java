package dev.masterplan.languagemodel.prompt;

import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.PromptVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prompt of a certain version: a stable part that is the same in every call, for the provider's cache, and a part with
 * places to fill.
 *
 * <p>Its file has the stable part first, then a line {@code ---}, then the rest with places like {@code {{brief}}}.
 */
public record Prompt(PromptVersion version, String stable, String open) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");
    private static final Pattern CACHE_MARK = Pattern.compile("(?m)^---\\R");

    /** @throws IllegalArgumentException when the stable part is missing, or has a place to fill */
    public static Prompt parse(PromptVersion version, String text) {
        String[] parts = CACHE_MARK.split(text, 2);
        if (parts.length < 2 || parts[0].isBlank()) {
            throw new IllegalArgumentException("prompt " + version + " has no stable part before a line ---");
        }
        if (PLACE.matcher(parts[0]).find()) {
            throw new IllegalArgumentException("prompt " + version + " has a place to fill in its stable part");
        }
        return new Prompt(version, parts[0].strip(), parts[1].strip());
    }

    /**
     * The messages of one call.
     *
     * @param values what goes into the places; taken as it is, a place in a value is not filled
     */
    public List<Message> fill(Map<String, String> values) {
        Set<String> places = PLACE.matcher(open)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!places.equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "prompt " + version + " has the places " + places + ", not " + new TreeSet<>(values.keySet()));
        }
        String filled = PLACE.matcher(open).replaceAll(place -> value(place, values));
        return List.of(Message.stable(stable), Message.user(filled));
    }

    private static String value(MatchResult place, Map<String, String> values) {
        return Matcher.quoteReplacement(values.get(place.group(1)));
    }
}
