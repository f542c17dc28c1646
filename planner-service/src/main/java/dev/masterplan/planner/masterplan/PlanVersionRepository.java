package dev.masterplan.planner.masterplan;

import dev.masterplan.planner.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;

/** Versions of plans in the database. */
@Singleton
public class PlanVersionRepository implements PanacheRepositoryBase<PlanVersion, UUID> {

    /** What is left of a plan's versions when drafts that were replaced or taken back are left out. */
    private static final String STANDING = "status not in ('SUPERSEDED', 'DISCARDED')";

    private static final String OF_PLAN = "from PlanVersion v join fetch v.masterPlan p where p.id = ?1";

    private static final String ONLY_NEWEST =
            " and v.number = (select max(w.number) from PlanVersion w where w.masterPlan = p and w." + STANDING + ")";

    /** By its number: sorted, every version's document would be read and written as text before all but one are dropped. */
    private static final String NEWEST = OF_PLAN + ONLY_NEWEST;

    private static final String NUMBERS =
            "select v.number, v.status, (select max(w.number) from PlanVersion w where w.masterPlan = p)"
                    + " from PlanVersion v join v.masterPlan p where p.id = ?1" + ONLY_NEWEST;

    private static final String HISTORY = "select v.number, v.status, v.statusReason, v.author, v.reason, v.basedOn,"
            + " v.restores, v.summary, v.decidedBy, v.decidedAt, v.createdAt from PlanVersion v join v.masterPlan p"
            + " where p.id = ?1 order by v.number desc";

    private static final String ITEMS = "select p.id, p.sessionId, p.name, v.status, v.number, p.createdAt";

    /** The newest version of a plan. @throws Refusal (as failure) when there is no such plan */
    public Uni<PlanVersion> newest(UUID masterplanId) {
        return find(NEWEST, masterplanId)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.unknown("plan", masterplanId));
    }

    /** One version, whatever its status. @throws Refusal (as failure) when there is no such version */
    public Uni<PlanVersion> numbered(UUID masterplanId, int number) {
        return find(OF_PLAN + " and v.number = ?2", masterplanId, number)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.unknown("version " + number + " of plan", masterplanId));
    }

    /** The plan itself: nobody else changes its versions until the transaction ends. */
    public Uni<MasterPlan> locked(UUID masterplanId) {
        return Panache.getSession()
                .chain(session -> session.createQuery("from MasterPlan p where p.id = ?1", MasterPlan.class)
                        .setParameter(1, masterplanId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.unknown("plan", masterplanId));
    }

    /** The versions of a plan by number. */
    public record Numbers(int newest, PlanStatus status, int highest) {}

    /** Number and status of the newest version, and the highest number of all, without any document. */
    public Uni<Numbers> numbers(UUID masterplanId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(NUMBERS, Numbers.class)
                        .setParameter(1, masterplanId)
                        .getSingleResult());
    }

    /** A later draft takes the place of this one, which stays readable. */
    public Uni<Integer> supersede(UUID masterplanId, int number) {
        return update(
                "status = ?1, rowVersion = rowVersion + 1 where masterPlan.id = ?2 and number = ?3",
                PlanStatus.SUPERSEDED,
                masterplanId,
                number);
    }

    /** All versions without their documents, newest first. */
    public Uni<List<VersionItem>> history(UUID masterplanId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(HISTORY, VersionItem.class)
                        .setParameter(1, masterplanId)
                        .getResultList());
    }

    /** Number of the approved version, null when none is. */
    public Uni<Integer> approvedNumber(UUID masterplanId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select v.number from PlanVersion v where v.masterPlan.id = ?1 and v.status = 'APPROVED'",
                                Integer.class)
                        .setParameter(1, masterplanId)
                        .getSingleResultOrNull());
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
        return " from PlanVersion v join v.masterPlan p where 1 = 1" + ONLY_NEWEST
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
