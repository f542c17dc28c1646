package dev.masterplan.planner.edit;

import dev.masterplan.planner.edit.Outline.MilestoneNode;
import dev.masterplan.planner.edit.Outline.TaskNode;
import dev.masterplan.planner.edit.PlanEdit.AddMilestone;
import dev.masterplan.planner.edit.PlanEdit.ChangeMilestone;
import dev.masterplan.planner.edit.PlanEdit.DeleteMilestone;
import dev.masterplan.planner.edit.PlanEdit.Dependents;
import dev.masterplan.planner.edit.PlanEdit.MergeMilestones;
import dev.masterplan.planner.edit.PlanEdit.MoveMilestone;
import dev.masterplan.planner.edit.PlanEdit.OfMilestone;
import dev.masterplan.planner.edit.PlanEdit.SplitMilestone;
import dev.masterplan.planner.refusal.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Carries out edits of milestones. */
final class MilestoneEdits {

    private final Outline outline;
    private final Supplier<UUID> ids;
    private final List<String> notes;

    MilestoneEdits(Outline outline, Supplier<UUID> ids, List<String> notes) {
        this.outline = outline;
        this.ids = ids;
        this.notes = notes;
    }

    void apply(OfMilestone edit) {
        switch (edit) {
            case AddMilestone e -> add(e);
            case ChangeMilestone e -> change(e);
            case MoveMilestone e -> move(e);
            case SplitMilestone e -> split(e);
            case MergeMilestones e -> merge(e);
            case DeleteMilestone e -> delete(e);
        }
    }

    private void add(AddMilestone edit) {
        MilestoneNode added =
                new MilestoneNode(ids.get(), Wording.name(edit.name()), Wording.description(edit.description()));
        Outline.insert(outline.phase(edit.phase()).milestones(), added, edit.position());
    }

    private void change(ChangeMilestone edit) {
        MilestoneNode milestone = outline.milestone(edit.id());
        if (edit.name() != null) {
            milestone.name = Wording.name(edit.name());
        }
        if (edit.description() != null) {
            milestone.description = Wording.description(edit.description());
        }
    }

    private void move(MoveMilestone edit) {
        MilestoneNode milestone = outline.milestone(edit.id());
        String phase = Objects.requireNonNullElse(
                edit.phase(), outline.phaseOf(milestone).name());
        outline.phaseOf(milestone).milestones().remove(milestone);
        Outline.insert(outline.phase(phase).milestones(), milestone, edit.position());
    }

    private void split(SplitMilestone edit) {
        MilestoneNode milestone = outline.milestone(edit.id());
        List<TaskNode> going = edit.tasks().stream().map(outline::task).toList();
        refuseOthers(milestone, going);
        MilestoneNode added =
                new MilestoneNode(ids.get(), Wording.name(edit.name()), Wording.description(edit.description()));
        added.needs.addAll(milestone.needs);
        milestone.tasks.stream().filter(going::contains).forEach(added.tasks::add);
        milestone.tasks.removeAll(going);
        Waits.ofMilestones(outline, notes).alsoFor(milestone.id, added.id);
        List<MilestoneNode> siblings = outline.phaseOf(milestone).milestones();
        siblings.add(siblings.indexOf(milestone) + 1, added);
    }

    private static void refuseOthers(MilestoneNode milestone, List<TaskNode> going) {
        if (!milestone.tasks.containsAll(going)) {
            throw Refusal.invalid("milestone \"" + milestone.name + "\" gives away only tasks of its own");
        }
        if (going.isEmpty() || Set.copyOf(going).size() == milestone.tasks.size()) {
            throw Refusal.invalid("a split gives some tasks away and keeps some");
        }
    }

    private void merge(MergeMilestones edit) {
        MilestoneNode into = outline.milestone(edit.id());
        Set<UUID> others = new LinkedHashSet<>(edit.others());
        others.forEach(outline::milestone);
        if (others.isEmpty() || others.contains(into.id)) {
            throw Refusal.invalid("a milestone is merged with others than itself");
        }
        Waits.ofMilestones(outline, notes).merge(into.id, others);
        others.stream().map(outline::milestone).toList().forEach(other -> {
            into.tasks.addAll(other.tasks);
            outline.phaseOf(other).milestones().remove(other);
        });
    }

    private void delete(DeleteMilestone edit) {
        MilestoneNode milestone = outline.milestone(edit.id());
        if (edit.moveTasksTo() != null) {
            MilestoneNode target = outline.milestone(edit.moveTasksTo());
            if (target == milestone) {
                throw Refusal.invalid("its tasks can't stay in the milestone that is deleted");
            }
            target.tasks.addAll(milestone.tasks);
            milestone.tasks.clear();
        }
        TaskEdits tasks = new TaskEdits(outline, ids, notes);
        List.copyOf(milestone.tasks).forEach(task -> tasks.apply(new PlanEdit.DeleteTask(task.id, edit.dependents())));
        Waits.ofMilestones(outline, notes).delete(milestone.id, inherited(edit.dependents()));
        outline.phaseOf(milestone).milestones().remove(milestone);
    }

    static Dependents inherited(Dependents asked) {
        return Objects.requireNonNullElse(asked, Dependents.INHERIT);
    }
}
