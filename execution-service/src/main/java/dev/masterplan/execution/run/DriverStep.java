package dev.masterplan.execution.run;

/** What the driver does next. */
public enum DriverStep {
    /** Rebuild from the rows and look again. */
    AGAIN,
    /** Nothing to do until a person asks. */
    WAIT,
    /** The run has ended and nobody asks: let it go. */
    RELEASE,
    /** Somebody else drives it now. */
    ABANDON
}
