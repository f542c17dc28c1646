package dev.masterplan.planner.exchange.foreign;

import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.List;

/**
 * A group of tasks of another tool: it becomes a milestone.
 *
 * @param key   as other stages name it, unique in its plan
 * @param needs keys of the stages that must be done before
 */
public record ForeignStage(
        String key,
        String name,
        String description,
        PlanPhase phase,
        List<String> needs,
        List<ForeignTask> tasks,
        SourceLine where) {

    public ForeignStage {
        needs = List.copyOf(needs);
        tasks = List.copyOf(tasks);
    }

    /** The same stage in another phase. */
    public ForeignStage in(PlanPhase other) {
        return new ForeignStage(key, name, description, other, needs, tasks, where);
    }

    /** The same stage with other tasks. */
    public ForeignStage with(List<ForeignTask> others) {
        return new ForeignStage(key, name, description, phase, needs, others, where);
    }

    /** The same stage, waiting for others. */
    public ForeignStage needing(List<String> others) {
        return new ForeignStage(key, name, description, phase, others, tasks, where);
    }
}
