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
            case Shape.Items items -> type("array", "items", of(items.item()));
            case Shape.Text text ->
                text.description().isEmpty() ? type("string") : type("string", "description", text.description());
            case Shape.Choice choice -> type("string", "enum", choice.values());
            case Shape.Whole whole -> type("integer");
            case Shape.Number number -> type("number");
            case Shape.Flag flag -> type("boolean");
            case Shape.Optional optional -> Map.of("anyOf", List.of(of(optional.shape()), type("null")));
        };
    }

    private static Map<String, Object> fields(Shape.Fields fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.fields().forEach((name, shape) -> properties.put(name, of(shape)));
        Map<String, Object> schema = type("object", "properties", properties);
        schema.put("required", List.copyOf(properties.keySet()));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> type(String type, String name, Object value) {
        Map<String, Object> schema = type(type);
        schema.put(name, value);
        return schema;
    }

    /** Always in the same order: what a provider caches begins with the same bytes. */
    private static Map<String, Object> type(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    /** How Anthropic is told the form of an answer. */
    static Map<String, Object> format(Shape.Fields shape) {
        return type("json_schema", "schema", of(shape));
    }
}
