package dev.masterplan.planner.masterplan;

import dev.masterplan.planner.json.JsonTextConverter;
import jakarta.persistence.Converter;

/** {@link PlanContent} as a JSON column. */
@Converter(autoApply = true)
public class PlanContentConverter extends JsonTextConverter<PlanContent> {
    public PlanContentConverter() {
        super(PlanContent.class);
    }
}
