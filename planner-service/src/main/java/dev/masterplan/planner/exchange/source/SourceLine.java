package dev.masterplan.planner.exchange.source;

import java.util.Objects;

/** A place in a file that was handed over. @param line 1-based */
public record SourceLine(String file, int line) {

    public SourceLine {
        Objects.requireNonNull(file, "file");
    }
}
