package dev.masterplan.planner.exchange.foreign;

import dev.masterplan.messaging.plan.PlanDocument.Complexity;
import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.List;
import java.util.Objects;

/**
 * A task of another tool.
 *
 * @param id           as it is called there, unique in its plan
 * @param waits        what must be done before any of its steps
 * @param steps        at least one
 * @param requirements keys of the requirements that it helps to keep
 */
public record ForeignTask(
        String id,
        String title,
        String description,
        Complexity complexity,
        List<Wait> waits,
        List<Step> steps,
        List<String> requirements,
        SourceLine where) {

    public ForeignTask {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(where, "where");
        waits = List.copyOf(waits);
        steps = List.copyOf(steps);
        requirements = List.copyOf(requirements);
    }

    /** @param id of a task or a step */
    public record Wait(String id, SourceLine where) {}

    /**
     * One piece of work on one file.
     *
     * @param id    unique in its plan, among tasks too
     * @param file  null when it writes none, or nobody knows which
     * @param check it writes nothing and needs no file
     */
    public record Step(
            String id, String title, String description, String file, boolean check, boolean done, List<Wait> waits) {

        public Step {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            waits = List.copyOf(waits);
        }

        /** Whether it must not run beside a step that it waits for: they write different files. */
        public boolean apartFrom(Step other) {
            return !check && !other.check && !Objects.equals(file, other.file);
        }
    }

    /** The same task with other waits and steps. */
    public ForeignTask with(List<Wait> otherWaits, List<Step> otherSteps) {
        return new ForeignTask(id, title, description, complexity, otherWaits, otherSteps, requirements, where);
    }

    /** The same task, keeping these requirements. */
    public ForeignTask keeping(List<String> keys) {
        return new ForeignTask(id, title, description, complexity, waits, steps, keys, where);
    }
}
