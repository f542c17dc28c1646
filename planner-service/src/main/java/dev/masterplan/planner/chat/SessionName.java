package dev.masterplan.planner.chat;

import dev.masterplan.planner.refusal.Refusal;

/** The rule for a session's name: some text on one line, of limited length. */
final class SessionName {

    private SessionName() {}

    /** @throws Refusal when it breaks the rule */
    static String of(String name, int maxLength) {
        if (name == null || name.isBlank()) {
            throw Refusal.invalid("name is empty");
        }
        if (name.length() > maxLength) {
            throw Refusal.invalid("name is longer than " + maxLength + " characters");
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw Refusal.invalid("name holds characters that can't be shown");
        }
        return name.strip();
    }
}
