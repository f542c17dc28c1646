package dev.masterplan.languagemodel.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of a JSON value: as much of a schema as every provider can be told. */
public sealed interface Shape {

    /**
     * @param name   for the provider
     * @param fields in the order in which the model writes them; all are required, and no others are allowed
     */
    record Fields(String name, Map<String, Shape> fields) implements Shape {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }
    }

    record Items(Shape item) implements Shape {}

    record Text(String description) implements Shape {}

    record Choice(List<String> values) implements Shape {
        public Choice {
            values = List.copyOf(values);
        }
    }

    record Whole() implements Shape {}

    record Number() implements Shape {}

    record Flag() implements Shape {}

    /** The value or null: a field that may be left open. */
    record Optional(Shape shape) implements Shape {}

    static Fields fields(String name, Map<String, Shape> fields) {
        return new Fields(name, fields);
    }

    static Shape text() {
        return new Text("");
    }

    static Shape items(Shape item) {
        return new Items(item);
    }
}
