package dev.masterplan.blueprint.read;

import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A field while its rules are being read. */
final class FieldDraft {
    /** As many as a JSON number keeps exactly. */
    private static final int DIGITS = 15;

    String name;
    final String label;
    FieldType type;
    boolean required;
    boolean unique;
    BigDecimal min;
    boolean minExclusive;
    BigDecimal max;
    Integer minLength;
    Integer maxLength;
    Integer scale;
    Integer digits;
    String pattern;
    final List<String> values = new ArrayList<>();
    String defaultValue;
    String references;
    boolean computed;

    FieldDraft(String name, String label) {
        this.name = name;
        this.label = label;
    }

    /** A draft that starts from what is known of a field. */
    static FieldDraft of(Field field) {
        FieldDraft draft = new FieldDraft(field.name(), field.label());
        draft.type = field.type();
        draft.required = field.required();
        draft.unique = field.unique();
        draft.min = field.min();
        draft.minExclusive = field.minExclusive();
        draft.max = field.max();
        draft.minLength = field.minLength();
        draft.maxLength = field.maxLength();
        draft.scale = field.scale();
        draft.pattern = field.pattern();
        draft.values.addAll(field.values());
        draft.defaultValue = field.defaultValue();
        draft.references = field.references();
        draft.computed = field.computed();
        return draft;
    }

    /** What "decimal(10,2)" allows lies within 10 digits, 2 of them behind the point, and within what else was said. */
    void limitDigits() {
        if (digits == null) {
            return;
        }
        BigDecimal most = BigDecimal.ONE
                .movePointRight(Math.max(0, Math.min(digits, DIGITS) - scale))
                .subtract(BigDecimal.ONE.movePointLeft(scale));
        max = max == null ? most : max.min(most);
        min = min == null ? most.negate() : min;
    }

    Field field() {
        if (type == FieldType.DECIMAL && scale == null) {
            scale = 2;
        }
        return new Field(
                name,
                label,
                type,
                required,
                unique,
                min,
                minExclusive,
                max,
                minLength,
                maxLength,
                scale,
                pattern,
                values,
                defaultValue,
                references,
                computed);
    }
}
