package dev.masterplan.blueprint.read;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Source;

/**
 * One sentence of the brief with what surrounds it.
 *
 * @param text         the user's words without bullet and priority prefix
 * @param sentence     the user's words as they stand in the brief
 * @param priorityWord the word that decided, null = none
 * @param data         it stands in a section that describes data
 */
record Statement(String text, String sentence, Source source, Priority priority, String priorityWord, boolean data) {

    /** The text without final punctuation. */
    String plain() {
        return text.strip().replaceAll("[.;!]+$", "").strip();
    }

    /** A part of the sentence that is a rule of its own. */
    Statement clause(String part) {
        return new Statement(part, part, source, priority, priorityWord, data);
    }
}
