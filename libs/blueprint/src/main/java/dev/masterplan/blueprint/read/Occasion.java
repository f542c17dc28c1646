package dev.masterplan.blueprint.read;

import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something happens: "Returning a loan …", "Lending a copy …".
 *
 * @param entity record that is created or moved
 * @param on     {@code create} or a transition's name
 * @param object what the sentence names, "it" in its second half
 * @param rest   the sentence after the occasion
 */
record Occasion(EntityDraft entity, String on, EntityDraft object, String rest) {

    private static final Pattern GERUND = Pattern.compile("([a-z]+ing) (.+)");

    static Optional<Occasion> read(Vocabulary words, String sentence) {
        Matcher gerund = GERUND.matcher(sentence);
        Matcher named =
                Pattern.compile("(?:an? |the )?(" + words.nouns() + ") (.+)").matcher("");
        if (!gerund.matches() || !named.reset(gerund.group(2)).matches()) {
            return Optional.empty();
        }
        return words.noun(named.group(1)).flatMap(object -> occasion(words, gerund.group(1), object, named.group(2)));
    }

    private static Optional<Occasion> occasion(Vocabulary words, String verb, EntityDraft object, String rest) {
        return Verbs.transition(object, verb)
                .map(t -> new Occasion(object, t.name(), object, rest))
                .or(() -> Verbs.creates(words, verb)
                        .filter(e ->
                                e == object || Vocabulary.reference(e, object).isPresent())
                        .map(e -> new Occasion(e, "create", object, rest)));
    }

    /** The reference that leads from the record to {@code target}: empty text for the record itself. */
    Optional<String> via(EntityDraft target) {
        return target == entity
                ? Optional.of("")
                : Vocabulary.reference(entity, target).map(Field::name);
    }
}
