package dev.masterplan.execution.wave;

import dev.masterplan.execution.attempt.AtomOutcome;

/** Why a wave's executor came back. */
public sealed interface WaveOutcome {

    /** Every atom has ended. @param failed some failed or are blocked */
    record Ended(boolean failed) implements WaveOutcome {}

    /** A person asked; what was in flight has ended. */
    record Interrupted() implements WaveOutcome {}

    /** Nothing is in flight and something waits for a cure. */
    record Parked(AtomOutcome.Hindrance by, String text) implements WaveOutcome {}

    /** This process no longer drives the run. */
    record Abandoned() implements WaveOutcome {}
}
