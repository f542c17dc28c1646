package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.AtomState;
import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.messaging.event.WaveCompleted;
import dev.masterplan.messaging.event.WaveCompleted.AtomResult;
import dev.masterplan.messaging.event.WaveCompleted.ReviewNeed;
import dev.masterplan.review.queue.ReviewFacts.Priority;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cards of a wave: one a file, with the chain of atoms that wrote it. Atoms without a file get their own. */
final class WaveCards {

    private static final int DIAGNOSTICS = 20;

    private WaveCards() {}

    static List<Card> of(WaveCompleted wave) {
        Map<String, List<AtomResult>> chains = new LinkedHashMap<>();
        wave.atoms()
                .forEach(atom -> chains.computeIfAbsent(subject(atom), key -> new ArrayList<>())
                        .add(atom));
        return chains.entrySet().stream()
                .map(chain -> card(wave, chain.getKey(), chain.getValue()))
                .toList();
    }

    private static String subject(AtomResult atom) {
        return atom.file() == null ? "atom " + atom.atomId() : "file " + atom.file();
    }

    private static Card card(WaveCompleted wave, String subject, List<AtomResult> chain) {
        AtomResult spokesman =
                chain.stream().filter(WaveCards::failed).findFirst().orElse(chain.getLast());
        ReviewOrigin origin = new ReviewOrigin(
                wave.masterplanId(),
                wave.executionId(),
                wave.sessionId(),
                ReviewKind.ATOM,
                "wave " + wave.wave() + " " + subject,
                spokesman.name(),
                spokesman.file(),
                wave.rehearsal());
        return new Card(origin, facts(spokesman, chain), chain.stream().anyMatch(WaveCards::needed));
    }

    private static ReviewFacts facts(AtomResult spokesman, List<AtomResult> chain) {
        return new ReviewFacts(
                spokesman.atomId(),
                chain.stream().map(AtomResult::atomId).toList(),
                failed(spokesman),
                chain.getLast().fileHash(),
                priority(chain),
                chain.stream().mapToDouble(AtomResult::confidence).min().orElse(0),
                chain.stream().mapToInt(AtomResult::retries).max().orElse(0),
                distinct(chain.stream().map(AtomResult::diagnostics)),
                distinct(chain.stream().map(AtomResult::requirementKeys)),
                null);
    }

    private static Priority priority(List<AtomResult> chain) {
        return chain.stream().anyMatch(atom -> failed(atom) || atom.review() == ReviewNeed.HIGH)
                ? Priority.HIGH
                : Priority.MEDIUM;
    }

    private static boolean failed(AtomResult atom) {
        return atom.state() == AtomState.FAILED;
    }

    private static boolean needed(AtomResult atom) {
        return failed(atom) || atom.review() != ReviewNeed.NONE;
    }

    private static List<String> distinct(Stream<List<String>> lists) {
        return lists.flatMap(Collection::stream).distinct().limit(DIAGNOSTICS).toList();
    }
}
