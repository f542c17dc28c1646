package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.HandOver;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Returning a loan gives its copy to the first waiting reservation of the book, and the copy is set aside". */
final class HandOverReader implements FormReader {

    private static final Pattern GIVES =
            Pattern.compile("gives (?:its |the )(.+?) to the first (.+?) of (?:its |the )(.+?)"
                    + "(?:,? and (?:its |the )(.+?) is (.+))?");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        return Occasion.read(words, statement.plain().toLowerCase(Locale.ROOT))
                .flatMap(occasion -> handOver(words, occasion, GIVES.matcher(occasion.rest())))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<SentenceForm> handOver(Vocabulary words, Occasion occasion, Matcher gives) {
        if (!gives.matches()) {
            return Optional.empty();
        }
        Optional<EntityDraft> item = words.noun(gives.group(1));
        Optional<Described> target = Described.read(words, gives.group(2));
        Optional<EntityDraft> match = words.noun(gives.group(3));
        if (item.isEmpty() || target.isEmpty() || match.isEmpty()) {
            return Optional.empty();
        }
        return Vocabulary.reference(occasion.entity(), item.get())
                .flatMap(via -> Vocabulary.reference(item.get(), match.get())
                        .flatMap(matchVia -> Vocabulary.reference(target.get().entity(), match.get())
                                .flatMap(targetMatch -> onward(target.get())
                                        .map(next -> new HandOver(
                                                occasion.entity().name(),
                                                occasion.on(),
                                                via.name(),
                                                matchVia.name(),
                                                target.get().entity().name(),
                                                targetMatch.name(),
                                                target.get().where(),
                                                next.name(),
                                                Vocabulary.reference(
                                                                target.get().entity(), item.get())
                                                        .map(Field::name)
                                                        .orElse(null),
                                                itemState(words, item.get(), gives.group(5)))))));
    }

    /** The first way on from the state in which the targets wait. */
    private static Optional<Transition> onward(Described target) {
        return target.where().stream()
                .filter(c -> c.op() == Condition.Op.EQ
                        && c.field().equals(target.entity().stateField()))
                .flatMap(c -> target.entity().transitions().stream()
                        .filter(t -> t.from().contains(c.value())))
                .findFirst();
    }

    private static String itemState(Vocabulary words, EntityDraft item, String adjective) {
        return adjective == null
                ? null
                : words.adjective(item, adjective)
                        .map(where -> where.getFirst().value())
                        .orElse(null);
    }
}
