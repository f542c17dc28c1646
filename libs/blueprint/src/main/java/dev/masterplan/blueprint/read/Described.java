package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import java.util.List;
import java.util.Optional;

/** Records that a phrase names: "open loans", "a copy on loan", "members". @param where empty = all of them */
record Described(EntityDraft entity, List<Condition> where) {

    /** Empty when the phrase names no entity or says of it what nobody explained. */
    static Optional<Described> read(Vocabulary words, String phrase) {
        String text = Vocabulary.withoutArticle(phrase).replaceFirst("^(?:of|new) ", "");
        Optional<EntityDraft> plain = words.noun(text);
        if (plain.isPresent()) {
            return Optional.of(new Described(plain.get(), List.of()));
        }
        for (EntityDraft entity : words.entities()) {
            for (String noun : List.of(entity.plural(), entity.spoken())) {
                Optional<Described> found = around(words, entity, noun, text);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Described> around(Vocabulary words, EntityDraft entity, String noun, String text) {
        String adjective = null;
        if (text.endsWith(" " + noun)) {
            adjective = text.substring(0, text.length() - noun.length() - 1);
        } else if (text.startsWith(noun + " ")) {
            adjective = text.substring(noun.length() + 1).replaceFirst("^(?:that|which|who) (?:is|are) ", "");
        }
        return adjective == null
                ? Optional.empty()
                : words.adjective(entity, adjective).map(where -> new Described(entity, where));
    }

    /** The only condition turned round: what must hold instead; empty unless there is exactly one. */
    Optional<Condition> opposite() {
        if (where.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(where.getFirst().negated());
    }
}
