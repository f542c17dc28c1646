package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.messaging.plan.PlanDocument.Milestone;
import dev.masterplan.messaging.plan.PlanDocument.Phase;
import dev.masterplan.messaging.plan.PlanDocument.Subtask;
import dev.masterplan.messaging.plan.PlanDocument.SubtaskKind;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.planner.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A plan while it is edited. Numbers are given when it is written down again: they are consecutive in plan order. */
final class Outline {

    private final List<PhaseNode> phases = new ArrayList<>();

    private Outline() {}

    /** A phase while the plan is edited. */
    record PhaseNode(String name, List<MilestoneNode> milestones) {}

    /** A milestone while the plan is edited. */
    static final class MilestoneNode {
        final UUID id;
        String name;
        String description;
        final Set<UUID> needs = new LinkedHashSet<>();
        final List<TaskNode> tasks = new ArrayList<>();

        MilestoneNode(UUID id, String name, String description) {
            this.id = id;
            this.name = name;
            this.description = description;
        }
    }

    /** A task while the plan is edited. */
    static final class TaskNode {
        final UUID id;
        String name;
        String description;
        String kind;
        Complexity complexity;
        final Set<UUID> needs = new LinkedHashSet<>();
        final Set<String> files = new LinkedHashSet<>();
        final Set<UUID> requirements = new LinkedHashSet<>();
        final List<SubtaskNode> subtasks = new ArrayList<>();

        TaskNode(UUID id, String name, String description) {
            this.id = id;
            this.name = name;
            this.description = description;
        }

        /** What its subtasks write. */
        Set<String> written() {
            Set<String> written = new LinkedHashSet<>();
            subtasks.stream()
                    .map(subtask -> subtask.file)
                    .filter(Objects::nonNull)
                    .forEach(written::add);
            return written;
        }

        /** Runs a change of its subtasks; its files follow: new ones are named, those nobody writes any more are not. */
        void rewriting(Runnable change) {
            Set<String> before = written();
            change.run();
            Set<String> after = written();
            files.removeIf(file -> before.contains(file) && !after.contains(file));
            files.addAll(after);
        }
    }

    /** A subtask while the plan is edited. */
    static final class SubtaskNode {
        final UUID id;
        String name;
        String description;
        SubtaskKind kind;
        String file;

        SubtaskNode(UUID id, String name, String description, SubtaskKind kind, String file) {
            this.id = id;
            this.name = name;
            this.description = description;
            this.kind = kind;
            this.file = file;
        }
    }

    static Outline of(PlanDocument plan) {
        Outline outline = new Outline();
        plan.phases()
                .forEach(phase -> outline.phases.add(new PhaseNode(
                        phase.name(),
                        new ArrayList<>(
                                phase.milestones().stream().map(Outline::node).toList()))));
        return outline;
    }

    static MilestoneNode node(Milestone milestone) {
        MilestoneNode node = new MilestoneNode(milestone.id(), milestone.name(), milestone.description());
        node.needs.addAll(milestone.dependsOn());
        milestone.tasks().forEach(task -> node.tasks.add(node(task)));
        return node;
    }

    static TaskNode node(Task task) {
        TaskNode node = new TaskNode(task.id(), task.name(), task.description());
        node.kind = task.kind();
        node.complexity = task.complexity();
        node.needs.addAll(task.dependsOn());
        node.files.addAll(task.targetFiles());
        node.requirements.addAll(task.requirementIds());
        task.subtasks().forEach(subtask -> node.subtasks.add(node(subtask)));
        return node;
    }

    static SubtaskNode node(Subtask subtask) {
        return new SubtaskNode(
                subtask.id(), subtask.name(), subtask.description(), subtask.kind(), subtask.targetFile());
    }

    /** The plan as it is now, numbered anew. */
    PlanDocument document() {
        return new Numbering().document(phases);
    }

    List<PhaseNode> phases() {
        return phases;
    }

    Stream<MilestoneNode> milestones() {
        return phases.stream().flatMap(phase -> phase.milestones().stream());
    }

    Stream<TaskNode> tasks() {
        return milestones().flatMap(milestone -> milestone.tasks.stream());
    }

    PhaseNode phase(String name) {
        return phases.stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.invalid("there is no phase \"" + name + "\": a plan has Setup, Core, Polish"));
    }

    MilestoneNode milestone(UUID id) {
        return milestones()
                .filter(milestone -> milestone.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("there is no milestone " + id + " in this plan"));
    }

    PhaseNode phaseOf(MilestoneNode milestone) {
        return phases.stream()
                .filter(phase -> phase.milestones().contains(milestone))
                .findFirst()
                .orElseThrow();
    }

    TaskNode task(UUID id) {
        return tasks().filter(task -> task.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("there is no task " + id + " in this plan"));
    }

    MilestoneNode milestoneOf(TaskNode task) {
        return milestones()
                .filter(milestone -> milestone.tasks.contains(task))
                .findFirst()
                .orElseThrow();
    }

    TaskNode taskOfSubtask(UUID subtask) {
        return tasks().filter(task -> task.subtasks.stream().anyMatch(each -> each.id.equals(subtask)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("there is no subtask " + subtask + " in this plan"));
    }

    static SubtaskNode subtask(TaskNode task, UUID id) {
        return task.subtasks.stream()
                .filter(subtask -> subtask.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("subtask " + id + " is none of task \"" + task.name + "\""));
    }

    /** @param position from 1, null = at the end */
    static <T> void insert(List<T> list, T item, Integer position) {
        if (position == null) {
            list.add(item);
        } else if (position < 1 || position > list.size() + 1) {
            throw Refusal.invalid("position " + position + " does not exist: 1 to " + (list.size() + 1));
        } else {
            list.add(position - 1, item);
        }
    }

    /** Counts while a plan is written down. */
    private static final class Numbering {
        private int milestones;
        private int tasks;

        PlanDocument document(List<PhaseNode> phases) {
            return new PlanDocument(phases.stream()
                    .map(phase -> new Phase(
                            phase.name(),
                            phase.milestones().stream().map(this::milestone).toList()))
                    .toList());
        }

        private Milestone milestone(MilestoneNode node) {
            int number = ++milestones;
            List<Task> numbered = node.tasks.stream().map(this::task).toList();
            return new Milestone(node.id, number, node.name, node.description, List.copyOf(node.needs), numbered);
        }

        private Task task(TaskNode node) {
            List<Subtask> subtasks = new ArrayList<>();
            node.subtasks.forEach(each -> subtasks.add(
                    new Subtask(each.id, subtasks.size() + 1, each.name, each.description, each.kind, each.file)));
            return new Task(
                    node.id,
                    ++tasks,
                    node.name,
                    node.description,
                    node.kind,
                    node.complexity,
                    List.copyOf(node.needs),
                    List.copyOf(node.files),
                    List.copyOf(node.requirements),
                    subtasks);
        }
    }
}
