package dev.masterplan.review.queue;

/**
 * A piece that an event speaks of.
 *
 * @param needed a person should look at it; otherwise it only brings an open review of it up to date
 */
record Card(ReviewOrigin origin, ReviewFacts facts, boolean needed) {}
