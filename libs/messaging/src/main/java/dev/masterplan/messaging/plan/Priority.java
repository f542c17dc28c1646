package dev.masterplan.messaging.plan;

/** How binding a requirement is: MUST blocks a gate, SHOULD counts in its rate. */
public enum Priority {
    MUST,
    SHOULD
}
