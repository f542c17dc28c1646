package dev.masterplan.blueprint.read;

import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people do, as the program's operations: "lending" creates a loan, "returning" is a transition. */
final class Verbs {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("lent", "lend"),
            Map.entry("paid", "pay"),
            Map.entry("sent", "send"),
            Map.entry("done", "done"),
            Map.entry("bought", "buy"),
            Map.entry("sold", "sell"),
            Map.entry("given", "give"),
            Map.entry("taken", "take"),
            Map.entry("lost", "lose"),
            Map.entry("checked in", "check in"),
            Map.entry("checked out", "check out"));

    private static final Map<String, Set<String>> NOUNS = Map.of(
            "lend", Set.of("loan"),
            "borrow", Set.of("loan"),
            "book", Set.of("booking", "appointment", "reservation"),
            "rent", Set.of("rental"),
            "hire", Set.of("rental"),
            "buy", Set.of("order", "purchase"),
            "pay", Set.of("payment"));

    private static final int SHARED = 5;

    private Verbs() {}

    /** "returning", "returned", "returns" → "return". */
    static String stem(String word) {
        String known = IRREGULAR.get(word);
        if (known != null) {
            return known;
        }
        String bare = word.replaceFirst("(?:ing|ed)$", "");
        if (bare.equals(word)) {
            return word;
        }
        if (bare.matches(".*(?:pp|tt|nn|mm|gg|rr|ll)") && !bare.matches(".*(?:sell|fill|call|pull|roll)")) {
            return bare.substring(0, bare.length() - 1);
        }
        return needsE(bare) ? bare + "e" : bare;
    }

    private static boolean needsE(String bare) {
        return bare.matches(".*(?:v|c|dg|iv|s|us|os|iz|u|rg|ng|chiv|plet|pdat|reat|activat|at|ir|ubl)")
                && !bare.matches(".*(?:ss|sc)");
    }

    /** The transition of an entity that a verb names, in any of its forms. */
    static Optional<Transition> transition(EntityDraft entity, String verb) {
        String name = stem(verb).replace(' ', '-');
        return entity.transitions().stream()
                .filter(t -> t.name().equals(name) || t.name().equals(verb) || t.to().equalsIgnoreCase(verb))
                .findFirst();
    }

    /** The entity whose creation a verb names: lend → Loan, reserve → Reservation, order → Order. */
    static Optional<EntityDraft> creates(Vocabulary words, String verb) {
        String stem = stem(verb);
        Set<String> nouns = NOUNS.getOrDefault(stem, Set.of());
        return words.entities().stream()
                .filter(e -> nouns.contains(e.spoken()) || e.spoken().equals(stem) || share(e.spoken(), stem))
                .findFirst();
    }

    private static boolean share(String noun, String stem) {
        return stem.length() >= SHARED && noun.startsWith(stem.substring(0, Math.max(SHARED, stem.length() - 1)));
    }
}
