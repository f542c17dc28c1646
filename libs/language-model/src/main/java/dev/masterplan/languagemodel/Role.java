package dev.masterplan.languagemodel;

import java.util.Locale;

/** What a model is asked to be; each has its own model. */
public enum Role {
    DISCOVERY,
    PLAN,
    TESTS,
    CODE,
    SUGGESTION,
    /** The stronger model, when the same failure comes twice. */
    ESCALATION;

    /** In small letters, as settings and cassettes have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
