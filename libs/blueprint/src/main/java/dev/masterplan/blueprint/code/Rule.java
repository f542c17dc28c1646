package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.messaging.plan.Requirement;
import java.util.List;

/**
 * One sentence as a function of a feature's module, and the unit test that tries it.
 *
 * @param module file it stands in: creating, deleting, effects …
 * @param name   function name, unique in its module
 * @param part   the code
 * @param test   what the unit test does, null where there is none
 */
record Rule(ReadSentence sentence, String module, String name, Part part, Part test) {

    static Link link(Requirement requirement, String title) {
        return new Link(requirement.key(), title, List.of(requirement.id()));
    }

    /** "R-014: A member has at most 5 open loans." */
    static String doc(Requirement requirement) {
        return Python.doc(requirement.key() + ": " + requirement.sentence(), "    ");
    }

    /** What the refusal says: the user's words. */
    static String said(Requirement requirement) {
        String words = requirement.sentence().replaceFirst("(?i)^(?:R-?\\d+\\s*)?(?:must|should)\\s*:\\s*", "");
        String cut = words.length() > 200 ? words.substring(0, 200) + "…" : words;
        return Python.text(Python.prose(cut));
    }
}
