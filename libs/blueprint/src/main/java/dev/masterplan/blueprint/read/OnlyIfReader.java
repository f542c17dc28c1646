package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "A reservation can be collected only if its copy is set aside". */
final class OnlyIfReader implements FormReader {

    private static final Pattern ONLY = Pattern.compile(
            "(an? .+?) can (?:only )?be ([a-z]+) (?:only )?(?:if|when|while) (?:(?:its|the) (.+?) is (.+)|(it is .+))");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        Refusal refusal = Refusal.of(statement.plain().toLowerCase(Locale.ROOT));
        Matcher only = ONLY.matcher(refusal.text());
        if (!only.matches() || !refusal.text().contains("only")) {
            return List.of();
        }
        return words.noun(only.group(1))
                .flatMap(entity -> Verbs.transition(entity, only.group(2))
                        .flatMap(t -> form(words, entity, t, only, refusal.status())))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<SentenceForm> form(
            Vocabulary words, EntityDraft entity, Transition transition, Matcher only, int status) {
        if (only.group(5) != null) {
            return Clauses.read(words, entity, only.group(5))
                    .map(must -> new TransitionOnlyIf(entity.name(), transition.name(), null, must, status));
        }
        Optional<EntityDraft> target = words.noun(only.group(3));
        Optional<Field> via = target.flatMap(t -> Vocabulary.reference(entity, t));
        return via.flatMap(v -> words.adjective(target.get(), only.group(4))
                .map(must -> new TransitionOnlyIf(entity.name(), transition.name(), v.name(), must, status)));
    }
}
