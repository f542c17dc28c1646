package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.planner.refusal.Refusal;

/** The engines there are: one. */
final class EngineChoice {

    static final String BLUEPRINT = "blueprint";

    private EngineChoice() {}

    /** The same engine. @throws Refusal when there is no such engine */
    static Engine check(Engine engine) {
        if (engine != null && !engine.name().equals(BLUEPRINT)) {
            throw Refusal.invalid("there is no engine \"" + engine.name() + "\"; there is " + BLUEPRINT);
        }
        return engine;
    }
}
