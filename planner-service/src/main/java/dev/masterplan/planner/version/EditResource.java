package dev.masterplan.planner.version;

import dev.masterplan.planner.database.BlockingTransactions;
import dev.masterplan.planner.edit.PlanEdit;
import dev.masterplan.planner.http.Idempotency;
import dev.masterplan.planner.http.Roles;
import dev.masterplan.planner.http.SignedIn;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.version.PlanEditor.Proposal;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Editing a plan: each request makes one version. A changed sentence is planned again, so the thread may block. */
@Path("/api/v1/masterplans/{id}")
@Authenticated
public class EditResource {

    private final PlanVersionRepository versions;
    private final PlanEditor editor;
    private final VersionStore store;
    private final BlockingTransactions transactions;
    private final Idempotency idempotency;
    private final SignedIn person;

    EditResource(
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

    /**
     * @param baseVersion the version that the person looks at
     * @param reason      null = what differs
     * @param edits       applied in this order, all or none
     */
    public record EditAsked(Integer baseVersion, String reason, List<PlanEdit> edits) {
        public EditAsked {
            edits = edits == null ? null : List.copyOf(edits);
        }
    }

    @PATCH
    @RunOnVirtualThread
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Response edit(UUID id, EditAsked asked) {
        if (asked == null || asked.baseVersion() == null || asked.edits() == null) {
            throw Refusal.invalid("base_version and edits are needed");
        }
        VersionStore.By by = new VersionStore.By(person.name(), "edit", VersionResource.reason(asked.reason()));
        PlanVersion base = transactions.run(() -> versions.numbered(id, asked.baseVersion()));
        Proposal proposal = changing(editor.proposal(base, asked.edits()));
        return transactions.await(idempotency.once(
                200,
                asked,
                () -> store.edited(id, proposal, by)
                        .map(version -> EditAnswer.of(version, proposal.notes(), proposal.diff()))));
    }

    private static Proposal changing(Proposal proposal) {
        return proposal.changesNothing()
                ? Proposal.refused(proposal.base(), Refusal.invalid("nothing would be changed"))
                : proposal;
    }
}
