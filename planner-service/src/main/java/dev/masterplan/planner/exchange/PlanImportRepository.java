package dev.masterplan.planner.exchange;

import dev.masterplan.planner.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Imports in the database, by the message that brought them. */
@Singleton
public class PlanImportRepository implements PanacheRepositoryBase<PlanImport, UUID> {

    /** @throws Refusal (as failure) when there is none */
    public Uni<PlanImport> get(UUID messageId) {
        return findById(messageId).onItem().ifNull().failWith(() -> Refusal.unknown("import of message", messageId));
    }

    /** The import that a plan came of; null when it came of none. */
    public Uni<PlanImport> ofPlan(UUID masterPlanId) {
        return find("masterPlanId", masterPlanId).firstResult();
    }
}
