package dev.masterplan.messaging.event;

/** States of an atom. */
public enum AtomState {
    PENDING,
    READY,
    RUNNING,
    VALIDATING,
    COMPLETED,
    FAILED,
    BLOCKED,
    SKIPPED
}
