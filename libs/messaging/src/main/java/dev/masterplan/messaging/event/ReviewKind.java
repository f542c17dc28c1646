package dev.masterplan.messaging.event;

/** What a review is about: an atom's file, a deferred requirement, or a test that stays red. */
public enum ReviewKind {
    ATOM,
    REQUIREMENT,
    TEST
}
