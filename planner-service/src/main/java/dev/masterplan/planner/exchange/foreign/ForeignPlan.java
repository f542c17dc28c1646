package dev.masterplan.planner.exchange.foreign;

import dev.masterplan.messaging.plan.Discovery.Noted;
import dev.masterplan.messaging.plan.Discovery.Stack;
import java.util.List;

/**
 * What was read of another tool's files.
 *
 * @param things the nouns that it names, each with what it says about it
 */
public record ForeignPlan(
        String name,
        String summary,
        Stack stack,
        List<ForeignStage> stages,
        List<ForeignRequirement> requirements,
        List<Noted> things,
        List<String> assumptions) {

    public ForeignPlan {
        stages = List.copyOf(stages);
        requirements = List.copyOf(requirements);
        things = List.copyOf(things);
        assumptions = List.copyOf(assumptions);
    }
}
