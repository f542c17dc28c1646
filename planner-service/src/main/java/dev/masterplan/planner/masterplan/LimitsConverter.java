package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.planner.json.JsonTextConverter;
import jakarta.persistence.Converter;

/** {@link Limits} as a JSON column. */
@Converter(autoApply = true)
public class LimitsConverter extends JsonTextConverter<Limits> {
    public LimitsConverter() {
        super(Limits.class);
    }
}
