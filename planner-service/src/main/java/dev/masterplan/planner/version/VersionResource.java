package dev.masterplan.planner.version;

import dev.masterplan.planner.http.Idempotency;
import dev.masterplan.planner.http.Roles;
import dev.masterplan.planner.http.SignedIn;
import dev.masterplan.planner.masterplan.MasterPlan;
import dev.masterplan.planner.masterplan.MasterPlanView;
import dev.masterplan.planner.masterplan.PlanCommand;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanStatus;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.masterplan.PlanVersionRepository.Numbers;
import dev.masterplan.planner.masterplan.VersionItem;
import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.version.VersionStore.By;
import dev.masterplan.planner.version.VersionStore.Next;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The versions of a plan: reading them, comparing them, going back to one, taking a draft back. */
@Path("/api/v1/masterplans/{id}")
@Authenticated
public class VersionResource {

    private static final int MAX_REASON = 2_000;

    private final PlanVersionRepository versions;
    private final PlanEditor editor;
    private final VersionStore store;
    private final Idempotency idempotency;
    private final SignedIn person;
    private final Clock clock;

    VersionResource(
            PlanVersionRepository versions,
            PlanEditor editor,
            VersionStore store,
            Idempotency idempotency,
            SignedIn person,
            Clock clock) {
        this.versions = versions;
        this.editor = editor;
        this.store = store;
        this.idempotency = idempotency;
        this.person = person;
        this.clock = clock;
    }

    /** @param again what would be done again if the later version were built where the earlier one stands */
    public record DiffView(int from, int to, PlanDiff diff, Redo again) {}

    /** @param version null = the newest; @param baseVersion null = whatever is the newest; @param reason null = what differs */
    public record BackAsked(Integer version, Integer baseVersion, String reason) {}

    @GET
    @Path("versions")
    @WithSession
    public Uni<List<VersionItem>> versions(UUID id) {
        return versions.newest(id).chain(() -> versions.history(id));
    }

    @GET
    @Path("versions/{number}")
    @WithSession
    public Uni<MasterPlanView> version(UUID id, int number) {
        return versions.numbered(id, number).map(MasterPlanView::of);
    }

    @GET
    @Path("diff")
    @WithSession
    public Uni<DiffView> diff(UUID id, @QueryParam("from") Integer from, @QueryParam("to") Integer to) {
        if (from == null || to == null) {
            throw Refusal.invalid("from and to are numbers of versions");
        }
        return versions.numbered(id, from)
                .chain(before -> versions.numbered(id, to)
                        .map(after -> new DiffView(
                                from,
                                to,
                                PlanDiff.between(before.requireContent(), after.requireContent()),
                                editor.redo(before, after))));
    }

    /** The content of the version before the last edit, as the next version. */
    @POST
    @Path("undo")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> undo(UUID id, BackAsked asked) {
        BackAsked back = asked == null ? new BackAsked(null, null, null) : asked;
        return idempotency.once(
                200,
                asked,
                () -> newest(id, back, PlanCommand.EDIT)
                        .chain(at -> versions.history(id)
                                .map(history -> VersionItem.before(at.numbers().newest(), history))
                                .chain(number -> restored(at, number, number, by("undo", back)))));
    }

    /** The content of any version, as the draft to go on with. */
    @POST
    @Path("draft")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> draft(UUID id, BackAsked asked) {
        BackAsked back = asked == null ? new BackAsked(null, null, null) : asked;
        return idempotency.once(
                200,
                asked,
                () -> newest(id, back, PlanCommand.REDRAFT)
                        .chain(at -> restored(
                                at,
                                back.version() == null ? at.numbers().newest() : back.version(),
                                null,
                                by("draft", back))));
    }

    /** Takes the draft back: the plan is what was last decided about it. */
    @DELETE
    @Path("draft")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> discard(UUID id, @QueryParam("base_version") Integer base) {
        BackAsked asked = new BackAsked(null, base, null);
        return idempotency.once(
                200,
                asked,
                () -> newest(id, asked, PlanCommand.DISCARD)
                        .call(() -> versions.history(id).invoke(VersionResource::refuseOnly))
                        .chain(at -> versions.numbered(id, at.numbers().newest()))
                        .invoke(draft -> draft.discarded(person.name(), clock.instant()))
                        .call(versions::flush)
                        .chain(() -> versions.newest(id))
                        .call(left -> store.told(left, "discard"))
                        .map(MasterPlanView::of));
    }

    private static void refuseOnly(List<VersionItem> history) {
        if (history.stream()
                .noneMatch(item -> item.status() == PlanStatus.APPROVED || item.status() == PlanStatus.REJECTED)) {
            throw Refusal.conflict("nothing was decided about this plan before: reject it, or undo the last edit");
        }
    }

    /** Where a locked plan stands. */
    private record At(MasterPlan plan, Numbers numbers) {}

    private Uni<At> newest(UUID id, BackAsked asked, PlanCommand command) {
        return versions.locked(id)
                .chain(plan -> versions.numbers(id).map(numbers -> {
                    numbers.status().require(command, numbers.newest());
                    if (asked.baseVersion() != null && asked.baseVersion() != numbers.newest()) {
                        throw Refusal.conflict(
                                "somebody else changed the plan: it is version " + numbers.newest() + " now");
                    }
                    return new At(plan, numbers);
                }));
    }

    private Uni<EditAnswer> restored(At at, int number, Integer restores, By by) {
        UUID id = at.plan().id();
        return versions.numbered(id, at.numbers().newest())
                .chain(before -> versions.numbered(id, number).chain(source -> {
                    PlanContent content = source.requireContent();
                    PlanDiff diff = PlanDiff.between(before.requireContent(), content);
                    return store.next(at.plan(), at.numbers(), new Next(before, content, diff, restores), by)
                            .map(version -> EditAnswer.of(version, List.of(), diff));
                }));
    }

    private By by(String what, BackAsked asked) {
        return new By(person.name(), what, reason(asked.reason()));
    }

    /** Null when nothing is said. */
    static String reason(String reason) {
        if (reason != null && reason.length() > MAX_REASON) {
            throw Refusal.invalid("a reason has at most " + MAX_REASON + " characters");
        }
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
