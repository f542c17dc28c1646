package dev.masterplan.blueprint.code;

import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code schema.py}: a feature's fields and its table. */
final class SchemaFile {

    private final Feature feature;
    private final ProgramModel model;

    private SchemaFile(Feature feature, ProgramModel model) {
        this.feature = feature;
        this.model = model;
    }

    static SourceFile of(Feature feature, ProgramModel model, List<UUID> requirements) {
        return new SchemaFile(feature, model).file(requirements);
    }

    private SourceFile file(List<UUID> requirements) {
        Link link = new Link("fields", "Fields and table of " + feature.many(), requirements);
        String body = "TABLE = " + Python.text(feature.table()) + "\n\n" + fields() + "\n" + table();
        return new PythonFile(
                feature.folder() + "schema.py",
                Text.capital(feature.one()) + ": what it keeps and what each field allows.",
                "Makes the table known.",
                List.of(new Part(link, imports(), body, List.of("program.add_table(TABLE, FIELDS, CREATE_TABLE)"))));
    }

    private List<String> imports() {
        Set<String> kinds = new TreeSet<>();
        feature.fields().forEach(f -> kinds.add(kind(f)));
        List<String> imports = new ArrayList<>();
        imports.add("from app.fields import " + String.join(", ", kinds));
        if (feature.fields().stream()
                .anyMatch(f -> f.defaultValue() != null && f.defaultValue().startsWith("@"))) {
            imports.add("from app import clock");
        }
        return imports;
    }

    private String fields() {
        return feature.fields().stream()
                .map(f -> "    " + constructor(f) + ",\n")
                .collect(Collectors.joining("", "FIELDS = (\n", ")\n"));
    }

    private String constructor(Field field) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Python.text(field.name()));
        arguments.add(Python.text(field.label()));
        switch (field.type()) {
            case ENUM -> arguments.add(Python.tuple(field.values()));
            case REFERENCE ->
                arguments.add(Python.text(model.feature(field.references()).table()));
            default -> limits(field, arguments);
        }
        flags(field, arguments);
        return kind(field) + "(" + String.join(", ", arguments) + ")";
    }

    private static void limits(Field field, List<String> arguments) {
        add(arguments, "shortest", field.minLength());
        add(arguments, "longest", field.type() == FieldType.TEXT ? field.maxLength() : null);
        if (field.pattern() != null) {
            arguments.add("pattern=" + Python.text(field.pattern()));
        }
        if (field.type() == FieldType.DECIMAL) {
            add(arguments, "scale", field.scale());
        }
        add(arguments, field.minExclusive() ? minName(field) : "least", number(field, field.min()));
        add(arguments, "most", number(field, field.max()));
        if (field.type() == FieldType.INTEGER && !field.values().isEmpty()) {
            arguments.add("values=(" + String.join(", ", field.values()) + ",)");
        }
    }

    private static String minName(Field field) {
        return field.type() == FieldType.DECIMAL ? "above" : "least";
    }

    private static Number number(Field field, BigDecimal limit) {
        if (limit == null) {
            return null;
        }
        if (field.type() == FieldType.DECIMAL) {
            return Units.of(field, limit);
        }
        boolean above = field.minExclusive() && limit.equals(field.min());
        return limit.longValue() + (above ? 1 : 0);
    }

    private void flags(Field field, List<String> arguments) {
        if (field.required()) {
            arguments.add("required=True");
        }
        if (field.unique()) {
            arguments.add("unique=True");
        }
        if (field.defaultValue() != null) {
            arguments.add("default=" + Literal.of(field, field.defaultValue()));
        }
        if (field.computed()) {
            arguments.add("computed=True");
        } else if (model.bonds().fixed(feature.aggregate().name()).contains(field.name())) {
            arguments.add("fixed=True");
        }
        if (model.isDerived(feature, field.name())) {
            arguments.add("derived=True");
        }
    }

    private static void add(List<String> arguments, String name, Number value) {
        if (value != null) {
            arguments.add(name + "=" + value);
        }
    }

    private String table() {
        List<String> columns = new ArrayList<>();
        columns.add("id INTEGER PRIMARY KEY AUTOINCREMENT");
        model.stored(feature).forEach(f -> columns.add(column(f)));
        return "CREATE_TABLE = \"\"\"\nCREATE TABLE IF NOT EXISTS " + Sql.name(feature.table()) + " (\n    "
                + String.join(",\n    ", columns) + "\n)\n\"\"\"\n";
    }

    private String column(Field field) {
        StringBuilder column = new StringBuilder(Sql.name(field.name()));
        column.append(
                switch (field.type()) {
                    case INTEGER, DECIMAL, BOOLEAN, REFERENCE -> " INTEGER";
                    default -> " TEXT";
                });
        column.append(field.required() ? " NOT NULL" : "").append(field.unique() ? " UNIQUE" : "");
        if (field.type() == FieldType.REFERENCE && model.isEarlier(field.references(), feature)) {
            column.append(" REFERENCES ")
                    .append(Sql.name(model.feature(field.references()).table()))
                    .append(" (id)");
        }
        return column.toString();
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case TEXT -> "Text";
            case INTEGER -> "Whole";
            case DECIMAL -> "Amount";
            case BOOLEAN -> "YesNo";
            case DATE -> "Day";
            case DATETIME -> "Moment";
            case EMAIL -> "Email";
            case ENUM -> "Choice";
            case REFERENCE -> "Reference";
            case TEXT_LIST -> "Texts";
        };
    }
}
