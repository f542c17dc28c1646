package dev.masterplan.planner.masterplan;

import dev.masterplan.planner.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** Versions of plans in the database. */
@Singleton
public class PlanVersionRepository implements PanacheRepositoryBase<PlanVersion, UUID> {

    private static final String NEWEST =
            "from PlanVersion v join fetch v.masterPlan p where p.id = ?1" + " order by v.number desc";

    private static final String ITEMS = "select p.id, p.sessionId, p.name, v.status, v.number, p.createdAt";

    /** The newest version of a plan. @throws Refusal (as failure) when there is no such plan */
    public Uni<PlanVersion> newest(UUID masterplanId) {
        return find(NEWEST, masterplanId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.unknown("plan", masterplanId));
    }

    /** Ids of a session's plans, oldest first. */
    public Uni<List<UUID>> plansOf(UUID sessionId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select p.id from MasterPlan p where p.sessionId = ?1 order by p.createdAt, p.id",
                                UUID.class)
                        .setParameter(1, sessionId)
                        .getResultList());
    }

    /** Stores a plan with its first version. */
    public Uni<Void> add(PlanVersion version) {
        return Panache.getSession().chain(session -> session.persistAll(version.masterPlan(), version));
    }

    /** Newest plans first; null = any. */
    public Uni<List<MasterPlanView.Item>> items(UUID sessionId, PlanStatus status, int limit, int offset) {
        return Panache.getSession()
                .chain(session -> narrowed(
                                session.createQuery(
                                        ITEMS + filter(sessionId, status) + " order by p.createdAt desc, p.id desc",
                                        MasterPlanView.Item.class),
                                sessionId,
                                status)
                        .setFirstResult(offset)
                        .setMaxResults(limit)
                        .getResultList());
    }

    public Uni<Long> countItems(UUID sessionId, PlanStatus status) {
        return Panache.getSession()
                .chain(session -> narrowed(
                                session.createQuery("select count(v)" + filter(sessionId, status), Long.class),
                                sessionId,
                                status)
                        .getSingleResult());
    }

    /** Only what is asked for: PostgreSQL can't tell the type of a parameter that is null and compared with nothing. */
    private static String filter(UUID sessionId, PlanStatus status) {
        return " from PlanVersion v join v.masterPlan p where 1 = 1"
                + (sessionId == null ? "" : " and p.sessionId = :session")
                + (status == null ? "" : " and v.status = :status");
    }

    private static <T> SelectionQuery<T> narrowed(SelectionQuery<T> query, UUID sessionId, PlanStatus status) {
        if (sessionId != null) {
            query.setParameter("session", sessionId);
        }
        if (status != null) {
            query.setParameter("status", status);
        }
        return query;
    }
}
