package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.ReviewKind;
import java.util.Objects;
import java.util.UUID;

/**
 * What a review is about; it never changes.
 *
 * @param executionId null for a requirement that was deferred before any run
 * @param subjectKey  natural key: two open reviews of one plan never have the same
 * @param subject     what people read: the atom's name, the requirement's or the test's sentence
 * @param file        path of an ATOM review, null otherwise
 */
public record ReviewOrigin(
        UUID masterplanId,
        UUID executionId,
        UUID sessionId,
        ReviewKind kind,
        String subjectKey,
        String subject,
        String file,
        boolean rehearsal) {

    public ReviewOrigin {
        Objects.requireNonNull(masterplanId, "masterplanId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subjectKey, "subjectKey");
        Objects.requireNonNull(subject, "subject");
    }
}
