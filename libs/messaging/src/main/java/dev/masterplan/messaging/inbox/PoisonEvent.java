package dev.masterplan.messaging.inbox;

/** Marks exceptions that say an event itself is wrong, so that no repetition can help: domain rules implement it. */
public interface PoisonEvent {}
