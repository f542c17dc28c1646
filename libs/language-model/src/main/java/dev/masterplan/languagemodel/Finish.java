package dev.masterplan.languagemodel;

/** Why a model stopped. */
public enum Finish {
    STOP,
    TOOL_CALLS,
    LENGTH,
    REFUSAL,
    /** A reason that only this provider knows. */
    OTHER
}
