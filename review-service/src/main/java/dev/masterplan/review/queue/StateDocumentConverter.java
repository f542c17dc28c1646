package dev.masterplan.review.queue;

import dev.masterplan.review.json.JsonTextConverter;
import jakarta.persistence.Converter;

/** {@link StateDocument} as a JSON column. */
@Converter(autoApply = true)
public class StateDocumentConverter extends JsonTextConverter<StateDocument> {
    public StateDocumentConverter() {
        super(StateDocument.class);
    }
}
