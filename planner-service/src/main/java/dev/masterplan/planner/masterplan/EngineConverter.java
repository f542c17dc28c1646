package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.planner.json.JsonTextConverter;
import jakarta.persistence.Converter;

/** {@link Engine} as a JSON column. */
@Converter(autoApply = true)
public class EngineConverter extends JsonTextConverter<Engine> {
    public EngineConverter() {
        super(Engine.class);
    }
}
