package dev.masterplan.languagemodel;

/** Hears an answer grow, on the thread that asked. */
@FunctionalInterface
public interface Deltas {

    Deltas NOBODY = piece -> {};

    /** @param piece the text that came after what was heard so far */
    void text(String piece);
}
