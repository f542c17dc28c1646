package dev.masterplan.review.json;

import dev.masterplan.messaging.event.Json;
import jakarta.persistence.AttributeConverter;
import java.nio.charset.StandardCharsets;

/**
 * A record as JSON text. Columns are jsonb by way of a text cast on both sides, so that decimals keep their scale,
 * which they lose on the way through the driver's own JSON type.
 */
public abstract class JsonTextConverter<T> implements AttributeConverter<T, String> {

    private final Class<T> type;

    protected JsonTextConverter(Class<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        return value == null ? null : new String(Json.write(value), StandardCharsets.UTF_8);
    }

    @Override
    public T convertToEntityAttribute(String json) {
        return json == null ? null : Json.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
