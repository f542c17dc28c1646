package dev.masterplan.planner.exchange.speckit;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How much two texts speak of the same: 0 to 1, a word counts the more the fewer texts have it. */
final class Likeness {

    private static final Set<String> SAY_NOTHING = Set.of(
            "given", "when", "then", "must", "should", "with", "that", "this", "from", "into", "they", "them", "user",
            "story", "want", "have", "each", "every", "their", "there", "which", "while", "will", "shown", "show");

    private final Map<String, Integer> textsWith = new HashMap<>();

    Likeness(Collection<String> texts) {
        for (String text : texts) {
            words(text).forEach(word -> textsWith.merge(word, 1, Integer::sum));
        }
    }

    double of(String a, String b) {
        Set<String> ofA = words(a);
        Set<String> ofB = words(b);
        Set<String> common = new HashSet<>(ofA);
        common.retainAll(ofB);
        double weights = Math.sqrt(weight(ofA) * weight(ofB));
        return weights == 0 ? 0 : weight(common) / weights;
    }

    /** Index of the nearest text, -1 when none is at least that near. */
    int nearest(String text, List<String> others, double least) {
        int nearest = -1;
        double best = least;
        for (int i = 0; i < others.size(); i++) {
            double likeness = of(text, others.get(i));
            if (likeness >= best && (nearest < 0 || likeness > best)) {
                nearest = i;
                best = likeness;
            }
        }
        return nearest;
    }

    private double weight(Set<String> words) {
        return words.stream()
                .mapToDouble(word -> 1.0 / textsWith.getOrDefault(word, 1))
                .sum();
    }

    private static Set<String> words(String text) {
        String apart = text.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(apart.split("[^a-z]+"))
                .map(word -> word.replaceFirst("(?:ing|ed|es|s)$", ""))
                .filter(word -> word.length() > 2 && !SAY_NOTHING.contains(word))
                .collect(Collectors.toSet());
    }
}
