package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.CreateUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.DeleteUnlessRelated;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can't be done: "A copy on loan can't be lent", "A member with an overdue loan can't borrow". */
final class GuardReader implements FormReader {

    private static final String CANT = "(?:can't|cannot|can not|may not|must not|can’t)";
    private static final Pattern DELETE =
            Pattern.compile("(an? .+?|.+?) with (.+?) " + CANT + " be (?:deleted|removed)");
    private static final Pattern WITH = Pattern.compile("(an? .+?|.+?) with (.+?) " + CANT + " (?:be )?([a-z]+)");
    private static final Pattern PASSIVE = Pattern.compile("(.+?) " + CANT + " be ([a-z]+)");
    private static final Pattern ONLY =
            Pattern.compile("only (.+?) can (?:get|have|receive|be given|take) (?:new )?(.+)");
    private static final Pattern ADDING = Pattern.compile("(?:adding|choosing|using) (.+)");
    private static final Pattern ACCEPT = Pattern.compile("(.+?) (?:accepts?|takes?|gets?) no (?:new |more )?(.+)");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        String text = statement.plain().toLowerCase(Locale.ROOT);
        Refusal refusal = Refusal.of(text);
        return delete(words, DELETE.matcher(refusal.text()), refusal)
                .or(() -> unlessRelated(words, WITH.matcher(refusal.text()), refusal))
                .or(() -> passive(words, PASSIVE.matcher(refusal.text()), refusal))
                .or(() -> only(words, ONLY.matcher(refusal.text()), refusal))
                .or(() -> accept(words, ACCEPT.matcher(refusal.text()), refusal))
                .or(() ->
                        refusal.said(text) ? adding(words, ADDING.matcher(refusal.text()), refusal) : Optional.empty())
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<SentenceForm> delete(Vocabulary words, Matcher found, Refusal refusal) {
        if (!found.matches()) {
            return Optional.empty();
        }
        Optional<EntityDraft> owner = words.noun(found.group(1));
        Optional<Described> related = Described.read(words, found.group(2));
        return owner.flatMap(o -> related.flatMap(r -> Vocabulary.reference(r.entity(), o)
                .map(via -> new DeleteUnlessRelated(
                        o.name(), r.entity().name(), via.name(), r.where(), refusal.status()))));
    }

    private static Optional<SentenceForm> unlessRelated(Vocabulary words, Matcher found, Refusal refusal) {
        if (!found.matches()) {
            return Optional.empty();
        }
        Optional<EntityDraft> owner = words.noun(found.group(1));
        Optional<Described> related = Described.read(words, found.group(2));
        Optional<EntityDraft> created = Verbs.creates(words, found.group(3));
        if (owner.isEmpty() || related.isEmpty() || created.isEmpty()) {
            return Optional.empty();
        }
        Optional<Field> via = Vocabulary.reference(created.get(), owner.get());
        Optional<Field> relatedVia = Vocabulary.reference(related.get().entity(), owner.get());
        return via.flatMap(v -> relatedVia.map(rv -> new CreateUnlessRelated(
                created.get().name(),
                v.name(),
                related.get().entity().name(),
                rv.name(),
                related.get().where(),
                refusal.status())));
    }

    private static Optional<SentenceForm> passive(Vocabulary words, Matcher found, Refusal refusal) {
        return found.matches()
                ? Verbs.creates(words, found.group(2))
                        .flatMap(created -> Described.read(words, found.group(1))
                                .flatMap(d -> d.opposite().flatMap(must -> onlyIf(created, d, List.of(must), refusal))))
                : Optional.empty();
    }

    private static Optional<SentenceForm> only(Vocabulary words, Matcher found, Refusal refusal) {
        return found.matches()
                ? words.noun(found.group(2))
                        .flatMap(created -> Described.read(words, found.group(1))
                                .filter(d -> !d.where().isEmpty())
                                .flatMap(d -> onlyIf(created, d, d.where(), refusal)))
                : Optional.empty();
    }

    private static Optional<SentenceForm> accept(Vocabulary words, Matcher found, Refusal refusal) {
        return found.matches()
                ? words.noun(found.group(2))
                        .flatMap(created -> Described.read(words, found.group(1))
                                .flatMap(d -> d.opposite().flatMap(must -> onlyIf(created, d, List.of(must), refusal))))
                : Optional.empty();
    }

    /** "adding an inactive product is refused": said of the only entity that refers to what is added. */
    private static Optional<SentenceForm> adding(Vocabulary words, Matcher found, Refusal refusal) {
        Optional<Described> added = found.matches() ? Described.read(words, found.group(1)) : Optional.empty();
        return added.flatMap(d -> {
            List<EntityDraft> referring = words.entities().stream()
                    .filter(e -> Vocabulary.reference(e, d.entity()).isPresent())
                    .toList();
            return referring.size() == 1
                    ? d.opposite().flatMap(must -> onlyIf(referring.getFirst(), d, List.of(must), refusal))
                    : Optional.empty();
        });
    }

    private static Optional<SentenceForm> onlyIf(
            EntityDraft created, Described target, List<Condition> must, Refusal refusal) {
        return Vocabulary.reference(created, target.entity())
                .map(via -> new CreateOnlyIf(created.name(), via.name(), must, refusal.status()));
    }
}
