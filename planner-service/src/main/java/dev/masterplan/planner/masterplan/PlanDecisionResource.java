package dev.masterplan.planner.masterplan;

import dev.masterplan.planner.announce.Announcer;
import dev.masterplan.planner.http.Idempotency;
import dev.masterplan.planner.http.Roles;
import dev.masterplan.planner.http.SignedIn;
import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.trace.PlanTracer;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a person decides about a draft: approve it, reject it. */
@Path("/api/v1/masterplans/{id}")
@Authenticated
public class PlanDecisionResource {

    private final PlanVersionRepository versions;
    private final Announcer announcer;
    private final Idempotency idempotency;
    private final SignedIn person;
    private final PlanTracer tracer;
    private final Clock clock;

    PlanDecisionResource(
            PlanVersionRepository versions,
            Announcer announcer,
            Idempotency idempotency,
            SignedIn person,
            PlanTracer tracer,
            Clock clock) {
        this.versions = versions;
        this.announcer = announcer;
        this.idempotency = idempotency;
        this.person = person;
        this.tracer = tracer;
        this.clock = clock;
    }

    /** @param start null = true; @param withoutTests null = false; @param version null = whatever is the draft */
    public record ApprovalAsked(Boolean start, Boolean withoutTests, Integer version) {
        Approval by(String person, Instant now) {
            return new Approval(!Boolean.FALSE.equals(start), Boolean.TRUE.equals(withoutTests), person, now);
        }
    }

    /** @param reason not empty */
    public record RejectionAsked(String reason) {}

    @POST
    @Path("approve")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> approve(UUID id, ApprovalAsked asked) {
        Approval approval =
                (asked == null ? new ApprovalAsked(null, null, null) : asked).by(person.name(), clock.instant());
        return idempotency.once(
                200,
                asked,
                () -> approvable(id, asked)
                        .call(version -> announcer.approved(
                                version.approve(approval),
                                version.masterPlan().trace(),
                                List.of(PlanUpdates.changed("approved", version, approval.at()))))
                        .call(versions::flush)
                        .map(MasterPlanView::of));
    }

    @POST
    @Path("reject")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> reject(UUID id, RejectionAsked asked) {
        String reason = reason(asked);
        Instant now = clock.instant();
        return idempotency.once(
                200,
                asked,
                () -> noted(id, "reject")
                        .invoke(version -> version.reject(reason, person.name(), now))
                        .call(version -> announcer.live(
                                version.masterPlan().trace(), List.of(PlanUpdates.changed("rejected", version, now))))
                        .call(versions::flush)
                        .map(MasterPlanView::of));
    }

    private static String reason(RejectionAsked asked) {
        if (asked == null || asked.reason() == null || asked.reason().isBlank()) {
            throw Refusal.invalid("a rejection needs a reason");
        }
        return asked.reason();
    }

    /** Nobody approves what he has not seen, or what execution can't take. */
    private Uni<PlanVersion> approvable(UUID id, ApprovalAsked asked) {
        return noted(id, "approve")
                .call(version -> versions.approvedNumber(id).invoke(approved -> {
                    version.require(PlanCommand.APPROVE);
                    if (asked != null && asked.version() != null && asked.version() != version.number()) {
                        throw Refusal.conflict(
                                "somebody else changed the plan: it is version " + version.number() + " now");
                    }
                    if (approved != null) {
                        throw Refusal.conflict("version " + approved
                                + " is approved and a run can't take a second one: not yet. The draft stays.");
                    }
                }));
    }

    /** The newest version; its trace shows the request before it is decided, so that a refused one is linked too. */
    private Uni<PlanVersion> noted(UUID id, String what) {
        return versions.newest(id)
                .invoke(version -> tracer.note(version.masterPlan().trace(), id, what));
    }
}
