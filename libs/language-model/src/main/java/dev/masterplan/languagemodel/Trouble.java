package dev.masterplan.languagemodel;

import java.time.Duration;
import java.util.Objects;

/**
 * No answer.
 *
 * @param retryAfter as the provider said, null when it said nothing
 * @param text       for a person; without secrets
 */
public record Trouble(Kind kind, Duration retryAfter, String text) implements Reply {

    public Trouble {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** What it means for money and patience. */
    public enum Kind {
        /** 429, 503 and 529 before the first byte, nobody listening: not billed, the reservation is used again. */
        BUSY,
        /** Timeout, reset, truncated stream, no word on tokens, other 5xx: booked in full. */
        UNKNOWN_OUTCOME,
        /** 401, 403, exhausted quota, a request that is refused as it is: not billed, a person has to act. */
        REFUSED
    }

    public Trouble withText(String other) {
        return new Trouble(kind, retryAfter, other);
    }
}
