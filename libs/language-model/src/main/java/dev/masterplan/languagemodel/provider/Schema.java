package dev.masterplan.languagemodel.provider;

import dev.masterplan.languagemodel.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shape as JSON Schema, as strict as providers take it. */
final class Schema {

    private Schema() {}

    static Map<String, Object> of(Shape shape) {
        return switch (shape) {
            case Shape.Fields fields -> fields(fields);
            case Shape.Items items -> Map.of("type", "array", "items", of(items.item()));
            case Shape.Text text ->
                text.description().isEmpty()
                        ? Map.of("type", "string")
                        : Map.of("type", "string", "description", text.description());
            case Shape.Choice choice -> Map.of("type", "string", "enum", choice.values());
            case Shape.Whole whole -> Map.of("type", "integer");
            case Shape.Number number -> Map.of("type", "number");
            case Shape.Flag flag -> Map.of("type", "boolean");
            case Shape.Optional optional -> Map.of("anyOf", List.of(of(optional.shape()), Map.of("type", "null")));
        };
    }

    private static Map<String, Object> fields(Shape.Fields fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.fields().forEach((name, shape) -> properties.put(name, of(shape)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.copyOf(properties.keySet()));
        schema.put("additionalProperties", false);
        return schema;
    }
}
