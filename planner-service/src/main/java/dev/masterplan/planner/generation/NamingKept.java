package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A plan whose tasks name no requirement that is put off; the work itself stays. */
final class NamingKept {

    private final Set<UUID> putOff;

    private NamingKept(Set<UUID> putOff) {
        this.putOff = putOff;
    }

    static PlanDocument of(PlanDocument plan, Discovery discovery) {
        NamingKept naming = new NamingKept(discovery.requirements().stream()
                .filter(requirement -> requirement.coverage().state() == State.DEFERRED)
                .map(Requirement::id)
                .collect(Collectors.toSet()));
        return new PlanDocument(plan.phases().stream()
                .map(phase -> new Phase(
                        phase.name(),
                        phase.milestones().stream().map(naming::milestone).toList()))
                .toList());
    }

    private Milestone milestone(Milestone m) {
        List<Task> tasks = m.tasks().stream().map(this::task).toList();
        return new Milestone(m.id(), m.number(), m.name(), m.description(), m.dependsOn(), tasks);
    }

    private Task task(Task t) {
        return new Task(
                t.id(),
                t.number(),
                t.name(),
                t.description(),
                t.kind(),
                t.complexity(),
                t.dependsOn(),
                t.targetFiles(),
                t.requirementIds().stream().filter(id -> !putOff.contains(id)).toList(),
                t.subtasks());
    }
}
