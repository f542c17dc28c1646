package dev.masterplan.planner.chat;

import dev.masterplan.planner.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Sessions in the database. */
@Singleton
public class SessionRepository implements PanacheRepositoryBase<Session, UUID> {

    /** @throws Refusal (as failure) when there is none */
    public Uni<Session> get(UUID id) {
        return findById(id).onItem().ifNull().failWith(() -> Refusal.unknown("session", id));
    }

    public Uni<List<Session>> newest(int limit, int offset) {
        return find("order by createdAt desc, id desc")
                .range(offset, offset + limit - 1)
                .list();
    }
}
