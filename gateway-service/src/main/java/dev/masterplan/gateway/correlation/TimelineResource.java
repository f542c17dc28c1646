package dev.masterplan.gateway.correlation;

import dev.masterplan.gateway.live.JournalRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Everything that was shown of a plan, oldest first: the same updates, numbers and trace ids as on the live channel. */
@Path("/api/v1/masterplans/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {

    private static final int LONGEST_PAGE = 1_000;

    private final JournalRepository journal;

    @Inject
    TimelineResource(JournalRepository journal) {
        this.journal = journal;
    }

    @GET
    public Uni<String> timeline(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        if (limit < 1 || limit > LONGEST_PAGE || offset < 0) {
            throw new WebApplicationException("limit must be 1 to " + LONGEST_PAGE + ", offset 0 or more", 422);
        }
        var page = journal.count(id)
                .compose(total -> journal.timeline(id, limit, offset).map(items -> {
                    if (total == 0) {
                        throw new NotFoundException("nothing is known of this plan");
                    }
                    return "{\"items\":[" + String.join(",", items) + "],\"total\":" + total + ",\"limit\":" + limit
                            + ",\"offset\":" + offset + "}";
                }));
        return Uni.createFrom().completionStage(page::toCompletionStage);
    }
}
