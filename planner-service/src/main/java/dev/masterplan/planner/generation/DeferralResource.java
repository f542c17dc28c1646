package dev.masterplan.planner.generation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.planner.announce.Announcer;
import dev.masterplan.planner.database.BlockingTransactions;
import dev.masterplan.planner.http.Idempotency;
import dev.masterplan.planner.http.Roles;
import dev.masterplan.planner.http.SignedIn;
import dev.masterplan.planner.masterplan.Deferral;
import dev.masterplan.planner.masterplan.MasterPlanView;
import dev.masterplan.planner.masterplan.PlanCommand;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanUpdates;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.trace.PlanTracer;
import dev.masterplan.planner.trace.StoredTrace;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Putting requirements of a draft off, which may mean to plan again: so it runs on a thread that may block. */
@Path("/api/v1/masterplans/{id}/requirements/defer")
@Authenticated
public class DeferralResource {

    private final PlanVersionRepository versions;
    private final TimedAuthor author;
    private final BlockingTransactions transactions;
    private final Announcer announcer;
    private final Idempotency idempotency;
    private final SignedIn person;
    private final PlanTracer tracer;
    private final Clock clock;

    DeferralResource(
            PlanVersionRepository versions,
            TimedAuthor author,
            BlockingTransactions transactions,
            Announcer announcer,
            Idempotency idempotency,
            SignedIn person,
            PlanTracer tracer,
            Clock clock) {
        this.versions = versions;
        this.author = author;
        this.transactions = transactions;
        this.announcer = announcer;
        this.idempotency = idempotency;
        this.person = person;
        this.tracer = tracer;
        this.clock = clock;
    }

    /** @param requirements list of keys, or "all" = every one that is not covered */
    public record DeferralAsked(JsonNode requirements, String reason) {}

    /** The document that a draft would have; null when it is no draft. */
    private record Proposal(long rowVersion, PlanContent content) {}

    @POST
    @RunOnVirtualThread
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Response defer(UUID id, DeferralAsked asked) {
        Deferral deferral = DeferralMapper.deferral(asked, person.name());
        Proposal proposal = proposal(transactions.run(() -> versions.newest(id)), deferral);
        return transactions.await(idempotency.once(
                200,
                asked,
                () -> versions.newest(id)
                        .invoke(version -> revise(version, proposal))
                        .call(this::announce)
                        .call(versions::flush)
                        .map(MasterPlanView::of)));
    }

    private Proposal proposal(PlanVersion version, Deferral deferral) {
        return version.status().takes(PlanCommand.DEFER)
                ? new Proposal(version.rowVersion(), author.deferred(version.content(), deferral, version.order()))
                : new Proposal(version.rowVersion(), null);
    }

    private static void revise(PlanVersion version, Proposal proposal) {
        version.require(PlanCommand.DEFER);
        if (version.rowVersion() != proposal.rowVersion()) {
            throw Refusal.conflict("somebody else changed the plan meanwhile: read it again");
        }
        version.revised(proposal.content());
    }

    private Uni<Void> announce(PlanVersion version) {
        StoredTrace trace = version.masterPlan().trace();
        tracer.note(trace, version.masterPlan().id(), "defer");
        return announcer.live(trace, List.of(PlanUpdates.changed("changed", version, clock.instant())));
    }
}
