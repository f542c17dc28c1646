package dev.masterplan.review.queue;

import dev.masterplan.review.json.JsonTextConverter;
import jakarta.persistence.Converter;

/** {@link ReviewFacts} as a JSON column. */
@Converter(autoApply = true)
public class ReviewFactsConverter extends JsonTextConverter<ReviewFacts> {
    public ReviewFactsConverter() {
        super(ReviewFacts.class);
    }
}
