package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.ReviewKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** A {@link Review} as it stands in the database; decides nothing. */
@Entity
@Table(name = "review")
class ReviewRow {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID masterplanId;

    @Column(updatable = false)
    private UUID executionId;

    @Column(updatable = false)
    private UUID sessionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ReviewKind kind;

    @Column(nullable = false, updatable = false)
    private String subjectKey;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(updatable = false)
    private String file;

    @Column(nullable = false, updatable = false)
    private boolean rehearsal;

    @ColumnTransformer(read = "cast(facts as text)", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false)
    private ReviewFacts facts;

    @Column(nullable = false)
    private String state;

    @ColumnTransformer(read = "cast(decision as text)", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false)
    private StateDocument decision;

    @Column(nullable = false, updatable = false)
    private String traceId;

    @Column(updatable = false)
    private String traceparent;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    private long rowVersion;

    /** For Hibernate. */
    protected ReviewRow() {}

    static ReviewRow of(Review review) {
        ReviewRow row = new ReviewRow();
        ReviewOrigin origin = review.origin();
        row.id = review.id();
        row.masterplanId = origin.masterplanId();
        row.executionId = origin.executionId();
        row.sessionId = origin.sessionId();
        row.kind = origin.kind();
        row.subjectKey = origin.subjectKey();
        row.subject = origin.subject();
        row.file = origin.file();
        row.rehearsal = origin.rehearsal();
        row.traceId = review.trace().traceId();
        row.traceparent = review.trace().traceparent();
        row.createdAt = review.createdAt();
        row.store(review);
        return row;
    }

    /** Takes over what a command changed. */
    void store(Review review) {
        facts = review.facts();
        state = review.stateName();
        decision = StateDocument.of(review.state());
    }

    Review review() {
        return new Review(
                id,
                new ReviewOrigin(masterplanId, executionId, sessionId, kind, subjectKey, subject, file, rehearsal),
                facts,
                decision.state(state),
                new Review.Trace(traceId, traceparent),
                createdAt);
    }

    long rowVersion() {
        return rowVersion;
    }
}
