package dev.masterplan.messaging.event;

/** States of an execution run. */
public enum RunState {
    PREPARING,
    READY,
    RUNNING,
    PAUSED,
    BLOCKED,
    COMPLETED,
    COMPLETED_WITH_GAPS,
    FAILED,
    CANCELLED;

    /** Nothing more happens unless a person acts on it. */
    public boolean ended() {
        return this == COMPLETED || this == COMPLETED_WITH_GAPS || this == FAILED || this == CANCELLED;
    }
}
