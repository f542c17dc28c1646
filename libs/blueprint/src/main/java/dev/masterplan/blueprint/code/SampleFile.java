package dev.masterplan.blueprint.code;

import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code tests/samples/<feature>.py}: makes fitting records for unit tests. */
final class SampleFile {

    private static final String ADD = """
            def add(db, **values):
                ""\"Adds «a»; what the test does not name gets a fitting value.""\"
            «references»    sent = body()
                row = {field.name: field.first_value() for field in FIELDS if not field.derived}
                row.update({field.name: field.parse(sent[field.name]) for field in FIELDS if field.name in sent})
                return store.insert(db, {**row, **values})
            """;

    private final Feature feature;
    private final ProgramModel model;

    private SampleFile(Feature feature, ProgramModel model) {
        this.feature = feature;
        this.model = model;
    }

    static SourceFile of(Feature feature, ProgramModel model) {
        return new SampleFile(feature, model).file();
    }

    private SourceFile file() {
        List<String> imports = new ArrayList<>(List.of(
                "from app.features." + feature.module() + " import store",
                "from app.features." + feature.module() + ".schema import FIELDS"));
        String body = body();
        if (body.contains("NUMBERS")) {
            imports.add("from itertools import count");
        }
        if (body.contains("letters(")) {
            imports.add("from tests.samples import letters");
        }
        references(feature, model)
                .forEach(f -> imports.add("from tests.samples import "
                        + model.feature(f.references()).module() + " as "
                        + RuleTest.sample(model.feature(f.references()))));
        String numbers = body.contains("NUMBERS") ? "NUMBERS = count(1)\n\n\n" : "";
        return new PythonFile(
                "tests/samples/" + feature.module() + ".py",
                "Sample " + feature.many() + ".",
                "",
                List.of(new Part(
                        Link.of("samples", "Sample " + feature.many() + " for tests"),
                        imports,
                        numbers + body + "\n\n" + add())));
    }

    /** References that a sample fills: to features that exist before this one. */
    static List<Field> references(Feature feature, ProgramModel model) {
        return feature.fields().stream()
                .filter(f -> f.type() == FieldType.REFERENCE && !f.computed())
                .filter(f ->
                        !f.references().equals(feature.aggregate().name()) && model.isEarlier(f.references(), feature))
                .toList();
    }

    private String body() {
        String items = feature.fields().stream()
                .filter(f -> !f.computed() && f.type() != FieldType.REFERENCE)
                .map(f -> "        " + Python.text(f.name()) + ": " + value(f) + ",\n")
                .collect(Collectors.joining());
        return "def body(**values):\n    \"\"\"What a client sends to add " + feature.article()
                + "; the test names references.\"\"\"\n    return {\n" + items + "        **values,\n    }\n";
    }

    private String add() {
        String references = references(feature, model).stream()
                .map(f -> "    if \"" + f.name() + "\" not in values:\n        values[\"" + f.name() + "\"] = "
                        + RuleTest.sample(model.feature(f.references())) + ".add(db)[\"id\"]\n")
                .collect(Collectors.joining());
        return Template.fill(ADD, java.util.Map.of("a", feature.article(), "references", references));
    }

    private static String value(Field field) {
        return switch (field.type()) {
            case TEXT -> text(field);
            case EMAIL -> "f\"someone{next(NUMBERS)}@example.org\"";
            case INTEGER -> number(field);
            case DECIMAL -> number(field);
            case BOOLEAN -> "false".equals(field.defaultValue()) ? "False" : "True";
            case DATE -> "\"2026-01-15\"";
            case DATETIME -> "\"2026-01-15T10:00:00Z\"";
            case ENUM ->
                Python.text(field.defaultValue() == null ? field.values().getFirst() : field.defaultValue());
            case TEXT_LIST -> "[\"one\", \"two\"]";
            case REFERENCE -> throw new IllegalArgumentException("the test names references: " + field.name());
        };
    }

    private static String text(Field field) {
        int least = field.minLength() == null ? 1 : field.minLength();
        int most = field.maxLength() == null ? 200 : field.maxLength();
        if (field.pattern() != null) {
            return PatternSample.expression(field.pattern());
        }
        if (field.unique()) {
            return "f\"{next(NUMBERS):0" + Math.max(least, Math.min(most, 6)) + "d}\"";
        }
        String label = field.label().length() > most ? field.label().substring(0, most) : field.label();
        return Python.text(label + "x".repeat(Math.max(0, least - label.length())));
    }

    private static String number(Field field) {
        if (!field.values().isEmpty()) {
            return field.values().getFirst();
        }
        if (field.unique()) {
            return "next(NUMBERS)";
        }
        BigDecimal least = field.min();
        boolean fromOne = least != null
                && least.signum() < 0
                && (field.max() == null || field.max().compareTo(BigDecimal.ONE) >= 0);
        if (least != null && !fromOne) {
            return (field.minExclusive() ? least.add(BigDecimal.ONE) : least).toPlainString();
        }
        return field.max() != null && field.max().compareTo(BigDecimal.ONE) < 0
                ? field.max().toPlainString()
                : "1";
    }
}
