package dev.masterplan.review.decision;

import dev.masterplan.messaging.event.ReviewDecided;
import dev.masterplan.messaging.event.Topic;
import dev.masterplan.messaging.event.TraceContext;
import dev.masterplan.messaging.outbox.OutboxMessage;
import dev.masterplan.messaging.outbox.PanacheOutbox;
import dev.masterplan.review.ReviewConfig;
import dev.masterplan.review.http.Idempotency;
import dev.masterplan.review.http.Roles;
import dev.masterplan.review.http.SignedIn;
import dev.masterplan.review.queue.QueueSize;
import dev.masterplan.review.queue.Review;
import dev.masterplan.review.queue.ReviewMessages;
import dev.masterplan.review.queue.ReviewRepository;
import dev.masterplan.review.queue.ReviewState.Draft;
import dev.masterplan.review.queue.ReviewView;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Decisions on a review; the person is the signed-in one, never a name from the body. */
@Path("/api/v1/reviews/{id}")
@Authenticated
public class DecisionResource {

    private final ReviewRepository reviews;
    private final PanacheOutbox outbox;
    private final Idempotency idempotency;
    private final SignedIn person;
    private final QueueSize queueSize;
    private final ReviewConfig config;
    private final Clock clock;

    DecisionResource(
            ReviewRepository reviews,
            PanacheOutbox outbox,
            Idempotency idempotency,
            SignedIn person,
            QueueSize queueSize,
            ReviewConfig config,
            Clock clock) {
        this.reviews = reviews;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.person = person;
        this.queueSize = queueSize;
        this.config = config;
        this.clock = clock;
    }

    /** @param comment may be null */
    public record ApprovalAsked(String comment) {}

    /** @param content whole file; @param baseHash sha256 of the file that was edited */
    public record EditAsked(String content, String baseHash, String comment) {}

    @POST
    @Path("approve")
    @RolesAllowed({Roles.REVIEWER, Roles.ADMIN})
    public Uni<Response> approve(UUID id, ApprovalAsked asked) {
        String comment = EditRequest.comment(asked == null ? null : asked.comment(), config.maxCommentLength());
        String reviewer = person.name();
        Instant now = clock.instant();
        return idempotency
                .once(
                        200,
                        asked,
                        () -> reviews.get(id)
                                .invoke(stored -> note(stored.review(), "approve"))
                                .call(stored ->
                                        tell(stored.change(review -> review.approve(reviewer, comment, now)), now))
                                .call(reviews::flush)
                                .map(ReviewView::of))
                .call(queueSize::refresh);
    }

    @POST
    @Path("edit")
    @RolesAllowed({Roles.REVIEWER, Roles.ADMIN})
    public Uni<Response> edit(UUID id, EditAsked asked) {
        EditAsked edit = asked == null ? new EditAsked(null, null, null) : asked;
        Draft draft = EditRequest.draft(edit.content(), edit.baseHash(), config.maxContentBytes());
        String comment = EditRequest.comment(edit.comment(), config.maxCommentLength());
        String reviewer = person.name();
        Instant now = clock.instant();
        return idempotency
                .once(
                        202,
                        asked,
                        () -> reviews.get(id)
                                .invoke(stored -> note(stored.review(), "edit"))
                                .call(stored ->
                                        tell(stored.change(review -> review.edit(draft, reviewer, comment, now)), now))
                                .call(reviews::flush)
                                .map(ReviewView::of))
                .call(queueSize::refresh);
    }

    /** Before it is decided, so that a refused request is linked too. */
    private static void note(Review review, String what) {
        TraceContext.note(review.trace().traceparent(), review.origin().masterplanId(), what);
    }

    private Uni<Void> tell(Review.Change<?> change, Instant now) {
        boolean waits = change.event() instanceof ReviewDecided;
        Topic topic = waits ? Topic.REVIEW_DECIDED : Topic.REVIEW_RESOLVED;
        List<OutboxMessage> messages = new ArrayList<>();
        messages.add(ReviewMessages.event(topic, change.review(), change.event()));
        messages.addAll(ReviewMessages.live(waits ? "updated" : "resolved", change.review(), now));
        return outbox.append(messages);
    }
}
