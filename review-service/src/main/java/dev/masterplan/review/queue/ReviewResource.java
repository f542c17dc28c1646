package dev.masterplan.review.queue;

import dev.masterplan.review.ReviewConfig;
import dev.masterplan.review.http.Page;
import dev.masterplan.review.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;

/** The queue: list it, read one review. */
@Path("/api/v1/reviews")
@Authenticated
public class ReviewResource {

    private static final Set<String> STATES = Set.of("PENDING", "IN_REVIEW", "DECIDED", "RESOLVED");

    private final ReviewRepository reviews;
    private final ReviewConfig config;

    ReviewResource(ReviewRepository reviews, ReviewConfig config) {
        this.reviews = reviews;
        this.config = config;
    }

    @GET
    @WithSession
    public Uni<Page<ReviewView>> list(
            @QueryParam("masterplan_id") UUID masterplanId,
            @QueryParam("state") String state,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        Page.check(limit, offset, config.maxPageSize());
        if (state != null && !STATES.contains(state)) {
            throw Refusal.invalid("state is one of " + STATES.stream().sorted().toList());
        }
        return reviews.page(masterplanId, state, limit, offset)
                .map(found -> found.stream().map(ReviewView::of).toList())
                .chain(items ->
                        reviews.total(masterplanId, state).map(total -> new Page<>(items, total, limit, offset)));
    }

    @GET
    @Path("{id}")
    @WithSession
    public Uni<ReviewView> get(UUID id) {
        return reviews.get(id).map(ReviewView::of);
    }
}
