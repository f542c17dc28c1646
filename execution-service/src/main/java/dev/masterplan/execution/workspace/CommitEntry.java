package dev.masterplan.execution.workspace;

import java.time.Instant;

/** One line of the history. @param wave 0 = before the first wave; @param message subject and trailers */
public record CommitEntry(String commit, String message, int wave, int round, Instant time) {}
