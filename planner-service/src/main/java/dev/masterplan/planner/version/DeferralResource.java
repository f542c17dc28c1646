package dev.masterplan.planner.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.planner.database.BlockingTransactions;
import dev.masterplan.planner.edit.PlanEdit.DeferRequirements;
import dev.masterplan.planner.http.Idempotency;
import dev.masterplan.planner.http.Roles;
import dev.masterplan.planner.http.SignedIn;
import dev.masterplan.planner.masterplan.MasterPlanView;
import dev.masterplan.planner.masterplan.PlanCommand;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.version.PlanEditor.Proposal;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Putting requirements off: an edit that a person stands for by name. It may mean to plan again, so it may block. */
@Path("/api/v1/masterplans/{id}/requirements/defer")
@Authenticated
public class DeferralResource {

    private final PlanVersionRepository versions;
    private final PlanEditor editor;
    private final VersionStore store;
    private final BlockingTransactions transactions;
    private final Idempotency idempotency;
    private final SignedIn person;

    DeferralResource(
            PlanVersionRepository versions,
            PlanEditor editor,
            VersionStore store,
            BlockingTransactions transactions,
            Idempotency idempotency,
            SignedIn person) {
        this.versions = versions;
        this.editor = editor;
        this.store = store;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.person = person;
    }

    /** @param requirements list of keys, or "all" = every one that is not covered */
    public record DeferralAsked(JsonNode requirements, String reason) {}

    @POST
    @RunOnVirtualThread
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Response defer(UUID id, DeferralAsked asked) {
        DeferRequirements deferral = DeferralMapper.deferral(asked, person.name());
        PlanVersion base = transactions.run(() -> versions.newest(id));
        Proposal proposal =
                base.status().takes(PlanCommand.EDIT) ? editor.proposal(base, List.of(deferral)) : unchanged(base);
        VersionStore.By by = new VersionStore.By(person.name(), "defer", deferral.reason());
        return transactions.await(
                idempotency.once(200, asked, () -> deferred(id, proposal, by).map(MasterPlanView::of)));
    }

    /** Nothing to put off is no reason for a version. */
    private Uni<PlanVersion> deferred(UUID id, Proposal proposal, VersionStore.By by) {
        return proposal.changesNothing() ? versions.newest(id) : store.edited(id, proposal, by);
    }

    private static Proposal unchanged(PlanVersion base) {
        return Proposal.refused(base, Refusal.conflict("the plan has changed: read it again"));
    }
}
