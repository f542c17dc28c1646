package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.planner.refusal.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person's act of putting requirements off.
 *
 * @param keys requirement keys; empty = every requirement that is not covered
 */
public record Deferral(Set<String> keys, String by, String reason) {

    public Deferral {
        keys = Set.copyOf(keys);
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("a deferral needs a reason");
        }
    }

    /** The discovery with those requirements deferred; those deferred already keep their first reason. */
    public Discovery applyTo(Discovery discovery) {
        refuseUnknown(discovery);
        List<Requirement> requirements =
                discovery.requirements().stream().map(this::deferred).toList();
        return Revision.withRequirements(discovery, requirements);
    }

    /** Whether the plan has to be made again, because it has work for one of them. */
    public boolean changesWork(Discovery discovery) {
        return discovery.requirements().stream()
                .anyMatch(r -> meant(r) && r.coverage().state() == State.COVERED);
    }

    private Requirement deferred(Requirement requirement) {
        return meant(requirement) ? requirement.with(Coverage.deferred(by, reason)) : requirement;
    }

    private boolean meant(Requirement requirement) {
        State state = requirement.coverage().state();
        return keys.isEmpty()
                ? state == State.NOT_COVERED
                : keys.contains(requirement.key()) && state != State.DEFERRED;
    }

    private void refuseUnknown(Discovery discovery) {
        Set<String> unknown = new LinkedHashSet<>(keys);
        unknown.removeAll(
                discovery.requirements().stream().map(Requirement::key).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("no such requirement in this plan: " + String.join(", ", unknown));
        }
    }
}
