package dev.masterplan.planner.version;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.planner.announce.Announcer;
import dev.masterplan.planner.masterplan.Made;
import dev.masterplan.planner.masterplan.MasterPlan;
import dev.masterplan.planner.masterplan.PlanCommand;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanStatus;
import dev.masterplan.planner.masterplan.PlanUpdates;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.masterplan.PlanVersionRepository.Numbers;
import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.trace.PlanTracer;
import dev.masterplan.planner.version.PlanEditor.Proposal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stores a new version of a plan, in the current transaction; one at a time for each plan. */
@Singleton
public class VersionStore {

    private final PlanVersionRepository versions;
    private final Announcer announcer;
    private final PlanTracer tracer;
    private final Clock clock;

    VersionStore(PlanVersionRepository versions, Announcer announcer, PlanTracer tracer, Clock clock) {
        this.versions = versions;
        this.announcer = announcer;
        this.tracer = tracer;
        this.clock = clock;
    }

    /** @param what word for the trace; @param reason null = what differs */
    record By(String person, String what, String reason) {}

    /** @throws Refusal (as failure) when another version is the newest: with both states beside the base */
    Uni<PlanVersion> edited(UUID id, Proposal proposal, By by) {
        return versions.locked(id)
                .chain(plan -> versions.numbers(id).chain(numbers -> {
                    if (numbers.newest() != proposal.base().number()) {
                        return versions.newest(id).map(newest -> {
                            throw stale(proposal, newest);
                        });
                    }
                    numbers.status().require(PlanCommand.EDIT, numbers.newest());
                    if (proposal.refusal() != null) {
                        throw proposal.refusal();
                    }
                    return next(
                            plan, numbers, new Next(proposal.base(), proposal.content(), proposal.diff(), null), by);
                }));
    }

    private static Refusal stale(Proposal proposal, PlanVersion newest) {
        int base = proposal.base().number();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("base_version", base);
        fields.put("current_version", newest.number());
        fields.put("current_author", newest.author());
        if (newest.content() != null) {
            fields.put("theirs", PlanDiff.between(proposal.base().requireContent(), newest.content()));
        }
        if (proposal.refusal() == null) {
            fields.put("yours", proposal.diff());
        } else {
            fields.put("yours_refused", proposal.refusal().getMessage());
        }
        return Refusal.conflict(
                "somebody else changed the plan: it is version " + newest.number() + " now, you changed version "
                        + base,
                fields);
    }

    /**
     * What the next version holds.
     *
     * @param before   the newest version until now
     * @param diff     from that to the content
     * @param restores number of the version that an undo takes up again, null for all else
     */
    record Next(PlanVersion before, PlanContent content, PlanDiff diff, Integer restores) {}

    /** @param plan locked by this transaction */
    Uni<PlanVersion> next(MasterPlan plan, Numbers numbers, Next next, By by) {
        String summary = next.diff().summary();
        Made made = new Made(
                TimeOrderedId.next(),
                by.person(),
                clock.instant(),
                by.reason() == null ? summary : by.reason(),
                numbers.newest(),
                next.restores(),
                summary);
        Uni<Integer> free = numbers.status() == PlanStatus.DRAFT
                ? versions.supersede(plan.id(), numbers.newest())
                : Uni.createFrom().item(0);
        return free.map(nothing -> PlanVersion.next(plan, numbers.highest() + 1, next.before(), next.content(), made))
                .call(versions::persist)
                .call(version -> told(version, by.what()))
                .call(versions::flush);
    }

    /** Shows the request in the plan's trace and tells the pages. */
    Uni<Void> told(PlanVersion version, String what) {
        tracer.note(version.masterPlan().trace(), version.masterPlan().id(), what);
        return announcer.live(
                version.masterPlan().trace(), List.of(PlanUpdates.changed("changed", version, clock.instant())));
    }
}
