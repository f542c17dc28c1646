package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Words;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.List;

/** An aggregate with the names that its code uses. */
public record Feature(Aggregate aggregate) {

    /** Package name: {@code order_line}. */
    public String module() {
        return Python.name(Words.snake(aggregate.name()));
    }

    /** Folder of its files, with a slash at the end. */
    String folder() {
        return "app/features/" + module() + "/";
    }

    String table() {
        String name = Words.snake(aggregate.path());
        return name.startsWith("sqlite") ? "t_" + name : name;
    }

    /** {@code order line} */
    public String one() {
        return Words.spoken(aggregate.name());
    }

    /** {@code order lines} */
    public String many() {
        return Words.plural(one());
    }

    /** Variable that holds one record. */
    String variable() {
        return module();
    }

    /** "a loan", "an order" */
    String article() {
        return ("aeiou".indexOf(one().charAt(0)) >= 0 ? "an " : "a ") + one();
    }

    String apiClass() {
        return aggregate.name() + "Api";
    }

    String url() {
        return "/" + aggregate.path();
    }

    /** All stored fields; the state comes last when the sentences did not list it. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        aggregate.fields().stream().filter(f -> !isState(f.name())).forEach(fields::add);
        if (aggregate.lifecycle() != null) {
            fields.add(stateField());
        }
        return fields;
    }

    /** @throws IllegalArgumentException when there is no such field */
    Field field(String name) {
        return fields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(aggregate.name() + " has no field " + name));
    }

    /** The field that can have that value. */
    String stateOrChoice(String value) {
        return fields().stream()
                .filter(f -> f.values().contains(value))
                .map(Field::name)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(aggregate.name() + " is never " + value));
    }

    /** Names of the aggregates it refers to. */
    public List<String> references() {
        return aggregate.fields().stream()
                .filter(f -> f.type() == FieldType.REFERENCE)
                .map(Field::references)
                .distinct()
                .toList();
    }

    private boolean isState(String name) {
        return aggregate.lifecycle() != null && aggregate.lifecycle().field().equals(name);
    }

    private Field stateField() {
        var lifecycle = aggregate.lifecycle();
        return new Field(
                lifecycle.field(),
                Words.spoken(lifecycle.field()),
                FieldType.ENUM,
                false,
                false,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                lifecycle.states(),
                lifecycle.initial(),
                null,
                true);
    }
}
