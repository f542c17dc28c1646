package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import java.util.Objects;
import java.util.UUID;

/**
 * A text and what was understood of it.
 *
 * @param messageId message that began it: requirement ids are made from it
 * @param text      the brief with everything that plain talk changed in it
 */
public record Reading(UUID messageId, String text, Discovery discovery) {

    /** The heading below which what was said later stands. */
    public static final String SAID_LATER = "## Said later";

    public Reading {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(discovery, "discovery");
    }

    /** The same text, understood otherwise. */
    public Reading with(Discovery other) {
        return new Reading(messageId, text, other);
    }
}
