package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Discovery.UnreadSentence;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Source;
import dev.masterplan.planner.discovery.Choices;
import dev.masterplan.planner.discovery.Reading;
import dev.masterplan.planner.discovery.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What plain talk does to a reading. A sentence that means what an earlier one means, but for its numbers, takes its
 * place ("at most 5" becomes "at most 3" under the same key); any other that is understood is added; the rest is unread.
 *
 * @param unread sentences of the talk that were not understood, with their lines in it
 */
record Amendment(Reading reading, List<UnreadSentence> unread) {

    static Amendment of(Reading current, UUID talkId, String talk, BiFunction<UUID, String, Discovery> reader) {
        SpokenText text = SpokenText.of(current.text(), talk);
        Discovery tried = reader.apply(current.messageId(), text.withAll());
        for (SpokenText.Sentence said : text.said()) {
            settle(text, said, tried);
        }
        Discovery read = reader.apply(current.messageId(), text.settled());
        Discovery amended = carried(current.discovery(), read, talkId, text);
        return new Amendment(new Reading(current.messageId(), text.settled(), amended), unread(tried, talkId, text));
    }

    boolean changes(Reading before) {
        return !reading.discovery().requirements().equals(before.discovery().requirements());
    }

    private static void settle(SpokenText text, SpokenText.Sentence said, Discovery tried) {
        List<Requirement> meant = tried.requirements().stream()
                .filter(requirement -> requirement.source().line() == said.line())
                .toList();
        if (meant.isEmpty() || meant.stream().anyMatch(requirement -> requirement.reading() == null)) {
            return;
        }
        tried.requirements().stream()
                .filter(earlier -> earlier.source().line() < text.firstSaidLine())
                .filter(earlier -> meant.size() == 1 && sameButForNumbers(earlier, meant.getFirst()))
                .filter(earlier -> text.holds(earlier.source().line(), earlier.sentence()))
                .findFirst()
                .ifPresentOrElse(
                        earlier -> text.replace(earlier.source().line(), earlier.sentence(), said),
                        () -> text.add(said));
    }

    private static boolean sameButForNumbers(Requirement earlier, Requirement said) {
        return earlier.reading() != null
                && earlier.reading().form().equals(said.reading().form())
                && withoutNumbers(earlier).equals(withoutNumbers(said));
    }

    private static Map<String, Object> withoutNumbers(Requirement requirement) {
        Map<String, Object> slots = new LinkedHashMap<>(requirement.reading().slots());
        slots.values().removeIf(Number.class::isInstance);
        return slots;
    }

    /** Sources of sentences that stayed, and answers to questions, are those of before. */
    private static Discovery carried(Discovery before, Discovery read, UUID talkId, SpokenText text) {
        Map<String, Requirement> known =
                before.requirements().stream().collect(Collectors.toMap(Requirement::key, Function.identity()));
        List<Requirement> requirements = new ArrayList<>();
        for (Requirement requirement : read.requirements()) {
            Requirement earlier = known.get(requirement.key());
            requirements.add(
                    earlier != null && earlier.sentence().equals(requirement.sentence())
                            ? from(requirement, earlier.source())
                            : from(requirement, new Source(talkId, text.lineInTalk(requirement.sentence()))));
        }
        return Choices.carried(before, Revision.withRequirements(read, requirements));
    }

    private static Requirement from(Requirement r, Source source) {
        return new Requirement(
                r.id(),
                r.key(),
                r.sentence(),
                source,
                r.priority(),
                r.priorityWord(),
                r.acceptance(),
                r.reading(),
                r.coverage());
    }

    private static List<UnreadSentence> unread(Discovery tried, UUID talkId, SpokenText text) {
        return tried.unread().stream()
                .filter(sentence -> sentence.source().line() >= text.firstSaidLine())
                .map(sentence -> new UnreadSentence(
                        sentence.sentence(),
                        new Source(talkId, text.lineInTalk(sentence.sentence())),
                        sentence.priority(),
                        sentence.nearestForms()))
                .toList();
    }
}
