package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.planner.json.JsonTextConverter;
import jakarta.persistence.Converter;

/** {@link Discovery} as a JSON column. */
@Converter(autoApply = true)
public class DiscoveryConverter extends JsonTextConverter<Discovery> {
    public DiscoveryConverter() {
        super(Discovery.class);
    }
}
