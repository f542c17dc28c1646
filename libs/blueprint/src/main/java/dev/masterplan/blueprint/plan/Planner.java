package dev.masterplan.blueprint.plan;

import dev.masterplan.blueprint.code.Link;
import dev.masterplan.blueprint.code.SourceFile;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Numbers the layout's tasks and gives everything its id. */
public final class Planner {

    private static final List<String> PHASES = List.of("Setup", "Core", "Polish");

    private final Ids ids;
    private int milestones;
    private int tasks;

    private Planner(Ids ids) {
        this.ids = ids;
    }

    /** @throws IllegalArgumentException when there is nothing to build */
    public static PlanDocument plan(Discovery discovery) {
        if (discovery.aggregates().isEmpty()) {
            throw new IllegalArgumentException("nothing to plan: the discovery has no aggregate");
        }
        return new Planner(Ids.of(discovery)).document(Layout.of(discovery));
    }

    /** The file that a subtask writes and how far it is written then; empty for a subtask of another author. */
    public static Optional<Step> step(Discovery discovery, UUID subtaskId) {
        return StepIndex.of(discovery).step(subtaskId);
    }

    /** @param count number of the file's links that are written then */
    public record Step(UUID subtaskId, SourceFile file, int count) {}

    private PlanDocument document(List<MilestoneDraft> drafts) {
        List<Phase> phases = new ArrayList<>();
        for (String phase : PHASES) {
            List<Milestone> found = new ArrayList<>();
            for (MilestoneDraft draft : drafts) {
                if (draft.phase().equals(phase)) {
                    found.add(milestone(draft));
                }
            }
            phases.add(new Phase(phase, found));
        }
        return new PlanDocument(phases);
    }

    private Milestone milestone(MilestoneDraft draft) {
        int number = ++milestones;
        List<Task> numbered = new ArrayList<>();
        draft.tasks().forEach(t -> numbered.add(task(t)));
        return new Milestone(
                ids.milestone(draft.name()), number, draft.name(), draft.description(), List.of(), numbered);
    }

    private Task task(TaskDraft draft) {
        return new Task(
                ids.task(draft.key()),
                ++tasks,
                draft.name(),
                draft.description(),
                draft.kind(),
                draft.complexity(),
                draft.needs().stream().map(ids::task).toList(),
                draft.files().stream().map(SourceFile::path).toList(),
                draft.files().stream()
                        .flatMap(f -> f.requirements().stream())
                        .distinct()
                        .toList(),
                subtasks(draft));
    }

    private List<Subtask> subtasks(TaskDraft draft) {
        List<Subtask> subtasks = new ArrayList<>();
        for (SourceFile file : draft.files()) {
            for (Link link : file.links()) {
                subtasks.add(new Subtask(
                        ids.subtask(file.path(), link.key()),
                        subtasks.size() + 1,
                        link.title(),
                        link.title() + " (" + file.path() + ").",
                        SubtaskKind.FILE,
                        file.path()));
            }
        }
        return subtasks;
    }
}
