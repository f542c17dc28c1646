package dev.masterplan.planner.discovery;

import dev.masterplan.planner.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Discoveries in the database, by session. */
@Singleton
public class DiscoveryRepository implements PanacheRepositoryBase<SessionDiscovery, UUID> {

    /** @throws Refusal (as failure) when nothing was read in that session */
    public Uni<SessionDiscovery> get(UUID sessionId) {
        return findById(sessionId).onItem().ifNull().failWith(() -> Refusal.unknown("discovery of session", sessionId));
    }

    /** The session's discovery, or a new one without content that will be stored. */
    public Uni<SessionDiscovery> getOrNew(UUID sessionId) {
        return findById(sessionId)
                .onItem()
                .ifNull()
                .switchTo(() -> Uni.createFrom().item(new SessionDiscovery(sessionId)));
    }
}
