package dev.masterplan.execution.codegen;

import dev.masterplan.messaging.plan.Engine;

/** The author that a plan's engine names. */
public final class CodeAuthors {

    private final CodeAuthor blueprint = new BlueprintCodeAuthor();

    /** @throws IllegalArgumentException for an engine that this service doesn't have */
    public CodeAuthor of(Engine engine) {
        if (!"blueprint".equals(engine.name())) {
            throw new IllegalArgumentException("unknown engine: " + engine.name());
        }
        return engine.rehearsalSeed() == null ? blueprint : new RehearsalCodeAuthor(blueprint, engine.rehearsalSeed());
    }
}
