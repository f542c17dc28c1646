package dev.masterplan.execution.codegen;

import java.math.BigDecimal;
import java.time.Duration;

/** Writes the file of one atom. */
public interface CodeAuthor {

    /** Blocks; makes at most one request on the wire. */
    Reply write(CodeTask task);

    /** The same task gives the same answer: one attempt is enough. */
    boolean deterministic();

    /** Upper bound of what {@link #write} costs, in USD; 0 when it is free. */
    BigDecimal worstCase(CodeTask task);

    /** An answer, or why there is none. */
    sealed interface Reply {}

    /** @param price in USD */
    record Answer(String text, Usage usage, BigDecimal price) implements Reply {}

    /** @param retryAfter as the provider said, null when it said nothing */
    record Trouble(Kind kind, Duration retryAfter, String text) implements Reply {}

    /** Tokens of one call. */
    record Usage(long input, long cacheRead, long output) {
        public static Usage none() {
            return new Usage(0, 0, 0);
        }
    }

    /** What is wrong with the provider, and what it means for money and patience. */
    enum Kind {
        /** 429 and 503 before the first byte: not billed, the reservation is used again. */
        BUSY,
        /** Timeout, reset, truncated stream: booked in full. */
        UNKNOWN_OUTCOME,
        /** 401, 403, exhausted quota: a person has to act. */
        REFUSED
    }
}
