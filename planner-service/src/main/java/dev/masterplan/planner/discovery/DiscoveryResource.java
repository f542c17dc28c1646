package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** What was understood of a session's talk. */
@Path("/api/v1/sessions/{id}/discovery")
@Authenticated
public class DiscoveryResource {

    private final DiscoveryRepository discoveries;

    DiscoveryResource(DiscoveryRepository discoveries) {
        this.discoveries = discoveries;
    }

    /** @param revision 1 after the first reading, one more with each change */
    public record DiscoveryView(UUID sessionId, int revision, Discovery discovery) {}

    @GET
    @WithSession
    public Uni<DiscoveryView> get(UUID id) {
        return discoveries
                .get(id)
                .map(stored -> new DiscoveryView(stored.sessionId(), stored.revision(), stored.discovery()));
    }
}
