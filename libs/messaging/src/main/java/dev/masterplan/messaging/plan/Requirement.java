package dev.masterplan.messaging.plan;

import java.util.Map;
import java.util.UUID;

/**
 * One sentence of the user that the program has to keep.
 *
 * @param key          {@code R-001}, unique in its discovery
 * @param sentence     the user's words, unchanged
 * @param priorityWord the word that decided the priority, null when none did (then MUST)
 * @param acceptance   the criterion in one sentence, as the reader understood it
 * @param reading      form and slots written by the blueprint; null when a model wrote the requirement
 */
public record Requirement(
        UUID id,
        String key,
        String sentence,
        Source source,
        Priority priority,
        String priorityWord,
        String acceptance,
        Reading reading,
        Coverage coverage) {

    public Requirement {
        id = Required.value(id, "id");
        key = Required.text(key, "key");
        sentence = Required.text(sentence, "sentence");
        source = Required.value(source, "source");
        priority = Required.value(priority, "priority");
        coverage = Required.value(coverage, "coverage");
    }

    /** The same requirement in another state. */
    public Requirement with(Coverage other) {
        return new Requirement(id, key, sentence, source, priority, priorityWord, acceptance, reading, other);
    }

    /** @param form name of the sentence form; @param slots its values, as JSON */
    public record Reading(String form, Map<String, Object> slots) {
        public Reading {
            form = Required.text(form, "form");
            slots = slots == null ? Map.of() : Map.copyOf(slots);
        }
    }

    /** @param reason why not covered or deferred; @param by who deferred it */
    public record Coverage(State state, String reason, String by) {
        /** COVERED: a test proves it; NOT_COVERED: nobody writes it; DEFERRED: a person put it off. */
        public enum State {
            COVERED,
            NOT_COVERED,
            DEFERRED
        }

        public Coverage {
            state = Required.value(state, "state");
        }

        public static Coverage covered() {
            return new Coverage(State.COVERED, null, null);
        }

        public static Coverage notCovered(String reason) {
            return new Coverage(State.NOT_COVERED, Required.text(reason, "reason"), null);
        }

        public static Coverage deferred(String by, String reason) {
            return new Coverage(State.DEFERRED, Required.text(reason, "reason"), Required.text(by, "by"));
        }
    }
}
