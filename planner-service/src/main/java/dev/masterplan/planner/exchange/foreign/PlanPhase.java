package dev.masterplan.planner.exchange.foreign;

import java.util.regex.Pattern;

/** The three phases of a plan, in their order, and the words by which a foreign name belongs to one. */
public enum PlanPhase {
    SETUP("Setup"),
    CORE("Core"),
    POLISH("Polish");

    private static final Pattern SETUP_WORDS = Pattern.compile(
            "(?i).*\\b(?:setup|set up|scaffold\\w*|bootstrap\\w*|initiali[sz]\\w*|environment|foundation\\w*|prerequisites?"
                    + "|infrastructure)\\b.*");
    private static final Pattern POLISH_WORDS =
            Pattern.compile("(?i).*\\b(?:polish\\w*|documentation|clean-?up|release|hardening|final)\\b.*");

    private static final Pattern STORY = Pattern.compile("(?i).*\\b(?:user stor(?:y|ies)|US\\d+)\\b.*");

    private final String title;

    PlanPhase(String title) {
        this.title = title;
    }

    /** Its name in a plan. */
    public String title() {
        return title;
    }

    public static PlanPhase of(String name) {
        if (STORY.matcher(name).matches()) {
            return CORE;
        }
        if (SETUP_WORDS.matcher(name).matches()) {
            return SETUP;
        }
        return POLISH_WORDS.matcher(name).matches() ? POLISH : CORE;
    }

    /** This phase, or the other when that is later. */
    public PlanPhase notBefore(PlanPhase other) {
        return compareTo(other) < 0 ? other : this;
    }
}
