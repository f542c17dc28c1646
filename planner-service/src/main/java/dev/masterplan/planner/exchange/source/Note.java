package dev.masterplan.planner.exchange.source;

import java.util.Objects;

/**
 * What became of one part of a file.
 *
 * @param file name of the file, null when it is about no line of one
 * @param line 1-based, 0 when it is about no line
 */
public record Note(Kind kind, String file, int line, String text) {

    public Note {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** How sure it is. */
    public enum Kind {
        /** It says so, and the plan says the same. */
        MAPPED,
        /** The plan says what the file most likely means: look at it. */
        GUESSED,
        /** The plan does not hold it. */
        DROPPED
    }
}
