package dev.masterplan.stubmodel.script;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What the stub does with one call.
 *
 * @param answer     text of the model; null = what {@link Script} says by itself
 * @param delayMs    before the first byte of the answer
 * @param retryAfter in seconds, said with a refused call; null = not said
 */
public record Turn(
        Fault fault,
        String answer,
        @JsonProperty("delay_ms") long delayMs,
        @JsonProperty("retry_after") Integer retryAfter) {

    public Turn {
        fault = fault == null ? Fault.NONE : fault;
    }

    public static Turn of(Fault fault) {
        return new Turn(fault, null, 0, null);
    }

    public static Turn answer(String text) {
        return new Turn(Fault.NONE, text, 0, null);
    }

    public Turn after(Duration delay) {
        return new Turn(fault, answer, delay.toMillis(), retryAfter);
    }

    public Turn retryAfter(int seconds) {
        return new Turn(fault, answer, delayMs, seconds);
    }

    public Turn saying(String text) {
        return new Turn(fault, text, delayMs, retryAfter);
    }
}
