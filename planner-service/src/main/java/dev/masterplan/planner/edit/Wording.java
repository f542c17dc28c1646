package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.PathGuard;
import dev.masterplan.planner.refusal.Refusal;

/** What people may write into a plan: names, descriptions, paths, sentences. */
final class Wording {

    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 4_000;

    private Wording() {}

    /** @throws Refusal when it is missing, empty, too long or of more than one line */
    static String name(String name) {
        if (name == null || name.isBlank()) {
            throw Refusal.invalid("a name is missing");
        }
        String stripped = name.strip();
        if (stripped.length() > MAX_NAME || stripped.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("a name is one line of at most " + MAX_NAME + " characters");
        }
        return stripped;
    }

    /** Null when it says nothing. */
    static String description(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("a description has at most " + MAX_TEXT + " characters");
        }
        return text.strip();
    }

    /** A path that a plan may write, by the guard of analysis and execution. */
    static String path(String path) {
        PathGuard.problemForAtom(path).ifPresent(why -> {
            throw Refusal.invalid("the path \"" + path + "\": " + why);
        });
        return path;
    }

    /** One sentence of a brief. */
    static String sentence(String sentence) {
        if (sentence == null || sentence.isBlank()) {
            throw Refusal.invalid("the sentence is empty");
        }
        String stripped = sentence.strip().replaceFirst("^[-*+]\\s+", "");
        if (stripped.length() > MAX_TEXT || stripped.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("a sentence is one line of at most " + MAX_TEXT + " characters");
        }
        if (stripped.matches("[#|`>].*")) {
            throw Refusal.invalid("a sentence is plain text: it can't begin with " + stripped.charAt(0));
        }
        return stripped;
    }
}
