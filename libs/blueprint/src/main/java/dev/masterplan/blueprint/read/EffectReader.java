package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Lending a copy makes it on loan", "Returning a loan sets its returned on to today". */
final class EffectReader implements FormReader {

    private static final Pattern SETS = Pattern.compile("sets (?:its |the )?(.+?) to (.+)");
    private static final Pattern MAKES = Pattern.compile("makes (it|(?:its |the )[a-z]+(?: [a-z]+)?) (.+)");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        return Occasion.read(words, statement.plain().toLowerCase(Locale.ROOT))
                .map(occasion -> effects(words, occasion))
                .orElse(List.of());
    }

    private static List<SentenceForm> effects(Vocabulary words, Occasion occasion) {
        List<SentenceForm> effects = new ArrayList<>();
        for (String clause : occasion.rest().split(",? and (?=makes |sets )")) {
            Optional<SentenceForm> effect =
                    sets(occasion, SETS.matcher(clause)).or(() -> makes(words, occasion, clause));
            if (effect.isEmpty()) {
                return List.of();
            }
            effects.add(effect.get());
        }
        return effects;
    }

    private static Optional<SentenceForm> sets(Occasion occasion, Matcher sets) {
        if (!sets.matches()) {
            return Optional.empty();
        }
        Optional<Field> field = Vocabulary.field(occasion.entity(), sets.group(1));
        return field.flatMap(f -> value(f, sets.group(2))
                .map(v -> new Effect(occasion.entity().name(), occasion.on(), null, f.name(), v)));
    }

    private static Optional<String> value(Field field, String text) {
        return switch (text) {
            case "today" -> Optional.of("@today");
            case "now" -> Optional.of("@now");
            default ->
                field.values().stream().filter(v -> v.equalsIgnoreCase(text)).findFirst();
        };
    }

    private static Optional<SentenceForm> makes(Vocabulary words, Occasion occasion, String clause) {
        Matcher makes = MAKES.matcher(clause);
        if (!makes.matches()) {
            return Optional.empty();
        }
        for (String target : List.of(makes.group(1), makes.group(1).replaceFirst(" [a-z]+$", ""))) {
            Optional<EntityDraft> changed = target.equals("it") ? Optional.of(occasion.object()) : words.noun(target);
            String rest = clause.substring("makes ".length() + target.length()).strip();
            Optional<SentenceForm> effect = changed.flatMap(e -> state(words, e, rest)
                    .flatMap(to -> occasion.via(e)
                            .map(via -> new Effect(
                                    occasion.entity().name(),
                                    occasion.on(),
                                    via.isEmpty() ? null : via,
                                    to.field(),
                                    to.value()))));
            if (effect.isPresent()) {
                return effect;
            }
        }
        return Optional.empty();
    }

    private static Optional<Condition> state(Vocabulary words, EntityDraft entity, String adjective) {
        return words.adjective(entity, adjective)
                .filter(where -> where.size() == 1 && where.getFirst().op() == Condition.Op.EQ)
                .map(List::getFirst);
    }
}
