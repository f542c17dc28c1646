package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.ReviewKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A review as it is answered. */
public record ReviewView(
        UUID id,
        UUID masterplanId,
        UUID executionId,
        UUID sessionId,
        ReviewKind kind,
        UUID atomId,
        List<UUID> atomIds,
        String subject,
        String file,
        String fileHash,
        boolean failed,
        String state,
        String priority,
        Double confidence,
        int retries,
        List<String> validationErrors,
        List<String> requirementKeys,
        String evidence,
        List<String> suggestions,
        String decision,
        String reviewer,
        String comment,
        String draft,
        List<String> refusal,
        boolean rehearsal,
        Instant createdAt,
        String traceId,
        long rowVersion) {

    public static ReviewView of(ReviewRepository.Stored stored) {
        Review review = stored.review();
        ReviewOrigin origin = review.origin();
        ReviewFacts facts = review.facts();
        StateDocument state = StateDocument.of(review.state());
        return new ReviewView(
                review.id(),
                origin.masterplanId(),
                origin.executionId(),
                origin.sessionId(),
                origin.kind(),
                facts.atomId(),
                facts.atomIds(),
                origin.subject(),
                origin.file(),
                facts.fileHash(),
                facts.failed(),
                review.stateName(),
                facts.priority().name().toLowerCase(Locale.ROOT),
                facts.confidence(),
                facts.retries(),
                facts.validationErrors(),
                facts.requirementKeys(),
                facts.evidence(),
                Suggestions.of(origin, facts),
                state.choice() == null ? null : state.choice().name(),
                state.reviewer(),
                state.comment(),
                state.draft(),
                state.diagnostics(),
                origin.rehearsal(),
                review.createdAt(),
                review.trace().traceId(),
                stored.rowVersion());
    }
}
