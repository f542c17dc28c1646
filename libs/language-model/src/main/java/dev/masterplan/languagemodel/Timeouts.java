package dev.masterplan.languagemodel;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param firstToken until the first text of a streamed answer
 * @param idle       between two signs of life after it
 * @param total      all of it
 */
public record Timeouts(Duration firstToken, Duration idle, Duration total) {

    /** Two minutes, one minute, ten minutes. */
    public static Timeouts standard() {
        return new Timeouts(Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(10));
    }
}
