package dev.masterplan.planner.exchange.mapping;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.exchange.foreign.ForeignPlan;
import dev.masterplan.planner.exchange.foreign.ForeignRequirement;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.refusal.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Makes a discovery and a plan of what was read of another tool's files. */
public final class ForeignPlanner {

    private static final int MOST_TASKS = 2000;
    private static final int MOST_STAGES = 200;

    private final ForeignPlan plan;
    private final ImportIds ids;
    private final Notes notes;

    /** @throws Refusal when the files hold no task, or more than a plan can have */
    public ForeignPlanner(ForeignPlan plan, UUID messageId, Notes notes) {
        int tasks =
                plan.stages().stream().mapToInt(stage -> stage.tasks().size()).sum();
        if (tasks == 0) {
            throw Refusal.invalid("the files hold no task that can be planned");
        }
        if (plan.stages().size() > MOST_STAGES) {
            throw Refusal.tooLarge("the files hold " + plan.stages().size() + " groups of tasks, a plan has at most "
                    + MOST_STAGES + " milestones");
        }
        if (tasks > MOST_TASKS) {
            throw Refusal.tooLarge("the files hold " + tasks + " tasks, a plan has at most " + MOST_TASKS);
        }
        this.plan = plan;
        this.ids = new ImportIds(messageId);
        this.notes = notes;
    }

    public Discovery discovery() {
        Set<String> kept = new HashSet<>();
        plan.stages().stream()
                .flatMap(stage -> stage.tasks().stream())
                .forEach(task -> kept.addAll(task.requirements()));
        for (ForeignRequirement requirement : plan.requirements()) {
            notes.mapped(
                    requirement.where(),
                    requirement.key() + " is a " + requirement.priority()
                            + (kept.contains(requirement.key()) ? "" : "; no task is known to keep it"));
        }
        return DiscoveryWriter.write(plan, ids);
    }

    public PlanDocument document() {
        return PlanWriter.write(plan.stages(), ids, notes);
    }
}
