package dev.masterplan.messaging.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One kind of thing the program keeps, with the JSON it speaks.
 *
 * @param name      singular, upper camel case: {@code Loan}
 * @param plural    as people write it: {@code loans}
 * @param path      path segment of its REST resource: {@code loans}
 * @param context   name of its bounded context
 * @param lifecycle its states, null when it has none
 * @param line      1-based line of the brief where it was described
 */
public record Aggregate(
        String name, String plural, String path, String context, List<Field> fields, Lifecycle lifecycle, int line) {

    public Aggregate {
        name = Required.text(name, "name");
        plural = Required.text(plural, "plural");
        path = Required.text(path, "path");
        fields = Required.copy(fields);
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(f -> f.name().equals(fieldName)).findFirst();
    }

    /** Kinds of values; REFERENCE holds the id of another aggregate, TEXT_LIST a list of short texts. */
    public enum FieldType {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        DATETIME,
        EMAIL,
        ENUM,
        REFERENCE,
        TEXT_LIST
    }

    /**
     * One JSON field.
     *
     * @param name         JSON name, snake case; references end in {@code _id}
     * @param label        as people write it: {@code due on}
     * @param min          smallest value (inclusive unless {@code minExclusive}), null = none
     * @param scale        decimal places of a DECIMAL, null otherwise
     * @param values       allowed values of an ENUM
     * @param defaultValue literal, or {@code @today}, {@code @now}; null = none
     * @param references   aggregate that a REFERENCE points to
     * @param computed     the program sets it; sending it is refused with 422
     */
    public record Field(
            String name,
            String label,
            FieldType type,
            boolean required,
            boolean unique,
            BigDecimal min,
            boolean minExclusive,
            BigDecimal max,
            Integer minLength,
            Integer maxLength,
            Integer scale,
            String pattern,
            List<String> values,
            String defaultValue,
            String references,
            boolean computed) {
        public Field {
            name = Required.text(name, "name");
            type = Required.value(type, "type");
            values = Required.copy(values);
        }
    }

    /**
     * States and what leads from one to another; nothing else is allowed.
     *
     * @param field JSON field that shows the state; clients never set it directly
     */
    public record Lifecycle(String field, String initial, List<String> states, List<Transition> transitions) {
        public Lifecycle {
            field = Required.text(field, "field");
            initial = Required.text(initial, "initial");
            states = Required.copy(states);
            transitions = Required.copy(transitions);
        }
    }

    /** {@code POST /<path>/{id}/<name>}. @param name path segment, kebab case */
    public record Transition(String name, List<String> from, String to) {
        public Transition {
            name = Required.text(name, "name");
            from = Required.copy(from);
            to = Required.text(to, "to");
        }
    }
}
