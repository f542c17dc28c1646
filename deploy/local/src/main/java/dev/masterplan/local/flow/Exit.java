package dev.masterplan.local.flow;

/** What a command ends with; the numbers are part of the interface. */
public enum Exit {
    COMPLETED(0),
    ERROR(1),
    BLOCKED(2),
    CANCELLED(3),
    COMPLETED_WITH_GAPS(4);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    /** This end, or {@code other} where this would say that all is well. */
    Exit unlessWorse(Exit other) {
        return this == COMPLETED || this == COMPLETED_WITH_GAPS ? other : this;
    }

    public int status() {
        return status;
    }
}
