package dev.masterplan.stubmodel.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** What happens next: turns in their order first, then the first rule whose words the prompt has, then a plain answer. */
public final class Script {

    private static final String CODE = "def answer():\n    return 42\n";
    private static final String JSON = "{\"name\": \"answer\", \"size\": 42, \"parts\": [\"one\", \"two\"]}";

    private final Deque<Turn> turns = new ArrayDeque<>();
    private final List<Rule> rules = new ArrayList<>();
    private Function<Asked, String> speaker = asked -> asked.withSchema() ? JSON : CODE;

    /** @param contains words of the prompt; each call that has them gets this turn */
    public record Rule(String contains, Turn turn) {}

    public synchronized Script then(Turn... next) {
        turns.addAll(List.of(next));
        return this;
    }

    public synchronized Script always(String contains, Turn turn) {
        rules.add(new Rule(contains, turn));
        return this;
    }

    /** Who answers where no turn brings its own text. */
    public synchronized Script speaker(Function<Asked, String> newSpeaker) {
        speaker = newSpeaker;
        return this;
    }

    public synchronized void clear() {
        turns.clear();
        rules.clear();
    }

    public synchronized Turn next(Asked asked) {
        Turn turn = turns.isEmpty()
                ? rules.stream()
                        .filter(rule -> asked.text().contains(rule.contains()))
                        .map(Rule::turn)
                        .findFirst()
                        .orElse(Turn.of(Fault.NONE))
                : turns.poll();
        return turn.answer() == null ? turn.saying(speaker.apply(asked)) : turn;
    }
}
