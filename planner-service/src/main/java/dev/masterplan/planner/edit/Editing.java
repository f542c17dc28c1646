package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage.State;
import dev.masterplan.messaging.plan.TestSpecification;
import dev.masterplan.planner.edit.PlanEdit.AddDependency;
import dev.masterplan.planner.edit.PlanEdit.AddTask;
import dev.masterplan.planner.edit.PlanEdit.ChangeTask;
import dev.masterplan.planner.edit.PlanEdit.OfDependency;
import dev.masterplan.planner.edit.PlanEdit.OfMilestone;
import dev.masterplan.planner.edit.PlanEdit.OfRequirement;
import dev.masterplan.planner.edit.PlanEdit.OfSubtask;
import dev.masterplan.planner.edit.PlanEdit.OfTask;
import dev.masterplan.planner.edit.PlanEdit.RemoveDependency;
import dev.masterplan.planner.generation.Drafting;
import dev.masterplan.planner.generation.PlanAuthor;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanOrder;
import dev.masterplan.planner.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Applies edits to the document of a plan version. What comes of it is a whole document again: every id in it names
 * something, numbers are consecutive, tests and analysis follow; or nothing is changed and it is said why.
 */
public final class Editing {

    private static final int MAX_EDITS = 200;

    private final PlanAuthor author;
    private final Drafting drafting;
    private final Supplier<UUID> ids;

    /** @param ids of what is added */
    public Editing(PlanAuthor author, Drafting drafting, Supplier<UUID> ids) {
        this.author = author;
        this.drafting = drafting;
        this.ids = ids;
    }

    /** @param notes what followed from the edits beside what they say */
    public record Edited(PlanContent content, List<String> notes) {
        public Edited {
            notes = List.copyOf(notes);
        }
    }

    /** @throws Refusal when an edit can't be applied; its message names which */
    public Edited apply(PlanContent content, PlanOrder order, List<PlanEdit> edits) {
        if (edits.isEmpty() || edits.size() > MAX_EDITS) {
            throw Refusal.invalid("1 to " + MAX_EDITS + " edits at once, not " + edits.size());
        }
        List<String> notes = new ArrayList<>();
        Draught draught = new Draught(content.brief(), content.discovery(), content.plan());
        for (int i = 0; i < edits.size(); i++) {
            try {
                draught = apply(draught, edits.get(i), notes);
            } catch (Refusal refusal) {
                throw edits.size() == 1 ? refusal : Refusal.invalid("edit " + (i + 1) + ": " + refusal.getMessage());
            }
        }
        return new Edited(judged(content, draught, order), notes);
    }

    private Draught apply(Draught draught, PlanEdit edit, List<String> notes) {
        if (edit instanceof OfRequirement requirement) {
            return new RequirementEdits(author, ids, notes).apply(draught, requirement);
        }
        Outline outline = Outline.of(draught.plan());
        switch (edit) {
            case OfMilestone e -> new MilestoneEdits(outline, ids, notes).apply(e);
            case OfTask e -> {
                refuseUnknown(e, draught.discovery());
                new TaskEdits(outline, ids, notes).apply(e);
            }
            case OfSubtask e -> new SubtaskEdits(outline, ids).apply(e);
            case OfDependency e -> change(outline, e, notes);
            case OfRequirement e -> throw new IllegalStateException("applied above: " + e);
        }
        return new Draught(draught.brief(), draught.discovery(), outline.document());
    }

    private static void refuseUnknown(OfTask edit, Discovery discovery) {
        List<UUID> named = switch (edit) {
            case AddTask e -> e.requirementIds();
            case ChangeTask e when e.requirementIds() != null -> e.requirementIds();
            default -> List.of();
        };
        named.stream()
                .filter(id -> discovery.requirement(id).isEmpty())
                .findFirst()
                .ifPresent(id -> {
                    throw Refusal.invalid("there is no requirement " + id + " in this plan");
                });
    }

    private static void change(Outline outline, OfDependency edit, List<String> notes) {
        switch (edit) {
            case AddDependency e -> waits(outline, e.id(), notes).add(e.id(), e.on());
            case RemoveDependency e -> waits(outline, e.id(), notes).remove(e.id(), e.on());
        }
    }

    private static Waits waits(Outline outline, UUID id, List<String> notes) {
        Waits milestones = Waits.ofMilestones(outline, notes);
        return milestones.knows(id) ? milestones : Waits.ofTasks(outline, notes);
    }

    private PlanContent judged(PlanContent before, Draught draught, PlanOrder order) {
        PlanDocument plan = namingKept(draught.plan(), draught.discovery());
        List<TestSpecification> tests =
                new Tests(author.specify(draught.discovery(), plan)).with(before.tests(), draught.discovery(), plan);
        return drafting.judged(draught.brief(), draught.discovery(), plan, tests, order);
    }

    /** No task names a requirement that is gone or put off. */
    private static PlanDocument namingKept(PlanDocument plan, Discovery discovery) {
        Set<UUID> kept = discovery.requirements().stream()
                .filter(requirement -> requirement.coverage().state() != State.DEFERRED)
                .map(Requirement::id)
                .collect(Collectors.toSet());
        Outline outline = Outline.of(plan);
        outline.tasks().forEach(task -> task.requirements.retainAll(kept));
        return outline.document();
    }
}
