package dev.masterplan.planner.masterplan;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * How a version of a plan came to be.
 *
 * @param id       its own
 * @param basedOn  number of the version that it came of
 * @param restores number of the version whose content it takes up again; null when it is an edit
 * @param summary  what differs from the version that it came of, in one line
 */
public record Made(UUID id, String by, Instant at, String reason, int basedOn, Integer restores, String summary) {

    public Made {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
