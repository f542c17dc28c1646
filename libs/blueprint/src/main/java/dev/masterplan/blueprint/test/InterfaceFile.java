package dev.masterplan.blueprint.test;

import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code interface.py}: the aggregates of the discovery as the tests' support reads them. */
final class InterfaceFile {

    private final World world;
    private final Fitting fitting;

    InterfaceFile(World world) {
        this.world = world;
        this.fitting = new Fitting(world);
    }

    String content() {
        StringBuilder file =
                new StringBuilder("\"\"\"The program's interface, from the discovery.\"\"\"\n\nENTITIES = {\n");
        for (Aggregate aggregate : world.aggregates()) {
            file.append("    ").append(Python.text(aggregate.name())).append(": {\n");
            file.append("        \"path\": ")
                    .append(Python.text("/" + aggregate.path()))
                    .append(",\n");
            file.append("        \"fields\": [\n");
            for (Field field : aggregate.fields()) {
                file.append("            ").append(field(aggregate, field)).append(",\n");
            }
            file.append("        ],\n    },\n");
        }
        return file.append("}\n").toString();
    }

    private String field(Aggregate aggregate, Field field) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", Python.text(field.name()));
        values.put("type", Python.text(field.type().name()));
        values.put("sent", bool(world.isSent(aggregate, field)));
        values.put("needed", bool(world.isNeeded(aggregate, field)));
        number(values, "min", field.min());
        number(values, "max", field.max());
        length(values, "min_length", field.minLength());
        length(values, "max_length", field.maxLength());
        if (field.minExclusive()) {
            values.put("min_exclusive", "True");
        }
        if (field.pattern() != null) {
            values.put("pattern", Python.text(field.pattern()));
        }
        if (!field.values().isEmpty()) {
            values.put(
                    "values",
                    field.values().stream()
                            .map(value -> Python.value(field, value))
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        if (field.references() != null) {
            values.put("references", Python.text(field.references()));
            Map<String, String> with = fitting.wanted(aggregate.name(), field);
            if (!with.isEmpty()) {
                values.put("with", Python.dictionary(with));
            }
        }
        return Python.dictionary(values);
    }

    private static String bool(boolean value) {
        return value ? "True" : "False";
    }

    private static void number(Map<String, String> values, String name, BigDecimal value) {
        if (value != null) {
            values.put(name, Python.number(value));
        }
    }

    private static void length(Map<String, String> values, String name, Integer value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
