package dev.masterplan.messaging.plan;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Phases, milestones, tasks and subtasks of one plan version; order in the lists is the order of work. */
public record PlanDocument(List<Phase> phases) {

    public PlanDocument {
        phases = Required.copy(phases);
    }

    /** All tasks in plan order. */
    public Stream<Task> tasks() {
        return milestones().flatMap(m -> m.tasks().stream());
    }

    /** All milestones in plan order. */
    public Stream<Milestone> milestones() {
        return phases.stream().flatMap(p -> p.milestones().stream());
    }

    /** @param name Setup, Core or Polish */
    public record Phase(String name, List<Milestone> milestones) {
        public Phase {
            name = Required.text(name, "name");
            milestones = Required.copy(milestones);
        }
    }

    /** @param number 1-based in the plan; @param dependsOn ids of milestones */
    public record Milestone(
            UUID id, int number, String name, String description, List<UUID> dependsOn, List<Task> tasks) {
        public Milestone {
            id = Required.value(id, "id");
            name = Required.text(name, "name");
            dependsOn = Required.copy(dependsOn);
            tasks = Required.copy(tasks);
        }
    }

    public enum Complexity {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    /**
     * @param number         1-based in the plan
     * @param kind           free word: setup, model, rule, interface, page, test, document
     * @param dependsOn      ids of tasks
     * @param requirementIds requirements it helps to keep
     */
    public record Task(
            UUID id,
            int number,
            String name,
            String description,
            String kind,
            Complexity complexity,
            List<UUID> dependsOn,
            List<String> targetFiles,
            List<UUID> requirementIds,
            List<Subtask> subtasks) {
        public Task {
            id = Required.value(id, "id");
            name = Required.text(name, "name");
            complexity = Required.value(complexity, "complexity");
            dependsOn = Required.copy(dependsOn);
            targetFiles = Required.copy(targetFiles);
            requirementIds = Required.copy(requirementIds);
            subtasks = Required.copy(subtasks);
        }
    }

    /** FILE writes its target file; CHECK writes nothing. */
    public enum SubtaskKind {
        FILE,
        CHECK
    }

    /**
     * @param number     1-based in its task
     * @param targetFile relative path with {@code /}, null for a CHECK
     * @param done       true: whoever wrote the plan says that it is done already; null when nobody says so
     */
    public record Subtask(
            UUID id, int number, String name, String description, SubtaskKind kind, String targetFile, Boolean done) {
        public Subtask(UUID id, int number, String name, String description, SubtaskKind kind, String targetFile) {
            this(id, number, name, description, kind, targetFile, null);
        }

        public Subtask {
            id = Required.value(id, "id");
            name = Required.text(name, "name");
            kind = Required.value(kind, "kind");
        }
    }
}
