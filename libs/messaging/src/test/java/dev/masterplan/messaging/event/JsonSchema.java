package dev.masterplan.messaging.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The JSON Schema that a record's shape and its compact constructor promise. A field is required when the constructor
 * refuses an otherwise whole sample without it, and all samples have it: what came later is missing in older records.
 * Enums are open: consumers must expect values they do not know.
 */
final class JsonSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    static ObjectNode of(Topic topic) {
        JsonSchema schema = new JsonSchema();
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", topic.event());
        root.setAll(schema.object(Golden.record(topic), Json.read(Golden.bytes(topic), Golden.record(topic))));
        notYetInAll(topic, (ArrayNode) root.get("required"));
        ObjectNode nested = root.putObject("$defs");
        schema.definitions.forEach(nested::set);
        return root;
    }

    private static void notYetInAll(Topic topic, ArrayNode required) {
        for (String sample : Golden.names(topic)) {
            Map<?, ?> older = Json.read(Golden.resource(sample), Map.class);
            for (int i = required.size() - 1; i >= 0; i--) {
                if (!older.containsKey(required.get(i).asText())) {
                    required.remove(i);
                }
            }
        }
    }

    private ObjectNode object(Class<?> type, Object sample) {
        ObjectNode object = JSON.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(name(component), schema(component.getGenericType(), value(component, sample)));
            if (component.getType().isPrimitive() || refusesNull(type, component, sample)) {
                required.add(name(component));
            }
        }
        object.set("required", required);
        return object;
    }

    private ObjectNode schema(Type type, Object sample) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? array(generic.getActualTypeArguments()[0], (List<?>) sample)
                    : JSON.objectNode().put("type", "object");
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isRecord()) {
            return reference(simple, sample);
        }
        if (simple.isEnum()) {
            ObjectNode open = JSON.objectNode().put("type", "string");
            ArrayNode known = open.putArray("examples");
            Arrays.stream(simple.getEnumConstants()).forEach(value -> known.add(value.toString()));
            return open;
        }
        return scalar(simple);
    }

    private ObjectNode array(Type element, List<?> samples) {
        ObjectNode array = JSON.objectNode().put("type", "array");
        array.set("items", schema(element, samples == null || samples.isEmpty() ? null : samples.getFirst()));
        return array;
    }

    private ObjectNode reference(Class<?> type, Object sample) {
        String name = type.getSimpleName();
        if (sample != null && !definitions.containsKey(name)) {
            definitions.put(name, JSON.objectNode());
            definitions.put(name, object(type, sample));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode scalar(Class<?> type) {
        ObjectNode scalar = JSON.objectNode();
        if (type == UUID.class) {
            return scalar.put("type", "string").put("format", "uuid");
        }
        if (type == Instant.class) {
            return scalar.put("type", "string").put("format", "date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return scalar.put("type", "boolean");
        }
        if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return scalar.put("type", "integer");
        }
        if (List.of(double.class, Double.class, BigDecimal.class).contains(type)) {
            return scalar.put("type", "number");
        }
        if (type == String.class) {
            return scalar.put("type", "string");
        }
        throw new IllegalStateException("no JSON type for " + type);
    }

    private static boolean refusesNull(Class<?> type, RecordComponent missing, Object sample) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(c -> c.getName().equals(missing.getName()) ? null : value(c, sample))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.newInstance(arguments);
            return false;
        } catch (InvocationTargetException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, Object sample) {
        try {
            return sample == null ? null : component.getAccessor().invoke(sample);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** For the reader of a difference. */
    static String text(JsonNode schema) {
        return schema.toPrettyString() + "\n";
    }
}
