package dev.masterplan.planner.masterplan;

import dev.masterplan.planner.json.JsonTextConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** {@link PlanContent} as a JSON column. It never changes, so that Hibernate need not keep a copy to compare with. */
@Immutable
@Converter(autoApply = true)
public class PlanContentConverter extends JsonTextConverter<PlanContent> {
    public PlanContentConverter() {
        super(PlanContent.class);
    }
}
